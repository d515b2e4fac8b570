import type { CrisisWords } from './crisis.ts';

export const polish: CrisisWords = {
  said: {
    harm: `chcę się zabić, chce sie zabic, zabiję się, zabije się, chcę umrzeć, chciałbym umrzeć, chciałabym umrzeć, wolę umrzeć, nie chcę żyć, nie chce mi się żyć,
      nie chcę już żyć, odebrać sobie życie, odebrać życie sobie, skończyć ze sobą, skończę ze sobą, popełnić samobójstwo, popełnię samobójstwo,
      myśli samobójcze, mam myśli samobójcze, myślę o samobójstwie, chcę popełnić samobójstwo, powieszę się, chcę się powiesić, pociąć się, tnę się,
      ciąć się, okaleczam się, samookaleczenie, robię sobie krzywdę, zrobić sobie krzywdę, zrobię sobie krzywdę, nie ma sensu żyć, nie mam po co żyć,
      przedawkowałem, przedawkowałam, połknąłem wszystkie tabletki, połknęłam wszystkie tabletki, nie daję już rady żyć,
      chcę ze sobą skończyć, skończyć z życiem, skończę z życiem, mam dosyć życia, nie widzę sensu życia, życie nie ma sensu, nie chcę dłużej żyć,
      nie chcę istnieć, zrobię sobie coś złego, skoczę z mostu, podetnę sobie żyły, wszystkim byłoby lepiej beze mnie`,
    abuse: `mąż mnie bije, on mnie bije, bije mnie, ona mnie bije, partner mnie bije, ojciec mnie bije, tata mnie bije, matka mnie bije, chłopak mnie bije,
      syn mnie bije, uderzył mnie, pobił mnie, bije dzieci, bije moje dzieci, znęca się nade mną, znęca się nad nami, przemoc w domu,
      doświadczam przemocy, zgwałcił mnie, zostałam zgwałcona, zostałem zgwałcony, molestuje mnie, molestował mnie, boję się męża, boję się partnera,
      boję się ojca, boję się wrócić do domu, boję się iść do domu, nie jestem bezpieczna w domu, nie jestem bezpieczny w domu, grozi mi śmiercią,
      zmusza mnie do małżeństwa, dusi mnie, kopie mnie, mąż bije mnie, bije nas, mąż jest agresywny, boję się go, zmusza mnie do seksu, pobił moje dziecko`,
    danger: `jestem w niebezpieczeństwie, jesteśmy w niebezpieczeństwie, chce mnie zabić, grozi że mnie zabije, zabije mnie, próbuje mnie zabić,
      ktoś mnie śledzi, on mnie śledzi, ma nóż, ma broń, włamuje się, wezwijcie policję, proszę wezwać policję, zamknął mnie, nie mogę uciec, boję się o swoje życie, ktoś jest w moim domu, grozi że mnie pobije`,
  },
  alone: {
    harm: 'samobójstwo, nie chcę tak żyć, mam dość życia, chcę to skończyć, chcę z tym skończyć',
    abuse: 'przemoc domowa, przemoc, gwałt, molestowanie, bije',
    danger: 'niebezpieczeństwo, pomocy, ratunku, boję się, nie jestem bezpieczna, nie jestem bezpieczny, policja',
  },
  ordinary: 'umrzeć ze śmiechu, umrzeć z nudów, zabić czas, zabijam czas, zabić nudę, ślepy zaułek, serce mnie bije',
};
