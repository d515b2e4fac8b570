import type { CrisisWords } from './crisis.ts';

export const lithuanian: CrisisWords = {
  said: {
    harm: `noriu mirti, norėčiau mirti, noriu numirti, nenoriu gyventi, nebenoriu gyventi, nebenoriu gyvent, noriu nusižudyti, nusižudysiu, galvoju apie savižudybę,
      mintys apie savižudybę, atimti sau gyvybę, atimsiu sau gyvybę, baigti gyvenimą, nėra dėl ko gyventi, neverta gyventi, žaloju save, save žaloti,
      žalojuosi, pjaustausi, noriu pasidaryti galą, pasidarysiu galą, noriu pasikarti, pasikarsiu, perdozavau, išgėriau visas tabletes, nusižudyti noriu, noriu
      žudytis, noriu viską baigti, gyvenimas neturi prasmės, nematau prasmės gyventi, nenoriu daugiau gyventi, nenoriu egzistuoti, nušoksiu nuo tilto,
      persipjausiu venas, visiems būtų geriau be manęs`,
    abuse: `vyras mane muša, jis mane muša, ji mane muša, mane muša, mane mušė, muša mane, tėvas mane muša, mama mane muša, draugas mane muša, sūnus mane muša,
      muša vaikus, muša mano vaikus, mane sumušė, mane smaugia, mane išprievartavo, buvau išprievartauta, išžagino, smurtauja prieš mane, patiriu smurtą,
      smurtas namuose, bijau vyro, bijau partnerio, bijau tėvo, bijau eiti namo, bijau grįžti namo, nesaugu namuose, nesu saugi namuose, nesu saugus namuose,
      grasina nužudyti, neleidžia man išeiti, verčia mane tuoktis, mane išnaudoja, priekabiauja prie manęs, bijau savo vyro, bijau jo, vyras smurtauja, mus muša, verčia mane mylėtis`,
    danger: `man gresia pavojus, mums gresia pavojus, esu pavojuje, nori mane nužudyti, mane nužudys, bando mane nužudyti, kažkas mane seka, mane seka,
      turi peilį, turi ginklą, kvieskite policiją, iškvieskite policiją, mane užrakino, negaliu pabėgti, laužiasi į namus, bijau dėl savo gyvybės, kažkas yra mano namuose, grasina mane sumušti`,
  },
  alone: {
    harm: 'savižudybė, nebegaliu gyventi, noriu viską baigti, viskas beprasmiška',
    abuse: 'smurtas artimoje aplinkoje, smurtas, prievartavimas, smurtas šeimoje',
    danger: 'pavojus, gelbėkit, gelbėkite, padėkit man, bijau, nesu saugi, nesu saugus, policija',
  },
  ordinary: 'mirti iš juoko, mirti iš nuobodulio, mirštu iš juoko, užmušti laiką, užmušti laiko, akligatvis, lietus muša, vėjas muša',
};
