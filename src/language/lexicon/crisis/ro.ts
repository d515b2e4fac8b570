import type { CrisisWords } from './crisis.ts';

export const romanian: CrisisWords = {
  said: {
    harm: `vreau să mor, aș vrea să mor, vreau sa ma omor, vreau să mă omor, mă omor, o să mă omor, mă sinucid, vreau să mă sinucid, o să mă sinucid,
      gânduri de sinucidere, mă gândesc la sinucidere, să-mi iau viața, să îmi iau viața, imi iau viata, nu mai vreau să trăiesc, nu mai pot trăi așa,
      nu mai am pentru ce trăi, nu are rost să trăiesc, mai bine mor, mai bine aș muri, mă tai, vreau să mă tai, îmi fac rău, să îmi fac rău,
      să-mi fac rău, mă spânzur, vreau să mă spânzur, am luat toate pastilele, iau toate pastilele, supradoză, am luat o supradoză, mă arunc de pe,
      pun capăt zilelor, să-mi pun capăt zilelor, vreau să termin cu tot, viața nu mai are sens, viața nu are sens, nu vreau să mai trăiesc,
      nu mai vreau să exist, îmi tai venele, mă arunc în fața trenului, ar fi mai bine fără mine`,
    abuse: `mă bate, soțul mă bate, el mă bate, ea mă bate, tata mă bate, mama mă bate, iubitul mă bate, partenerul mă bate, m-a bătut, m-a lovit, mă lovește,
      îmi bate copiii, bate copiii, mă abuzează, sunt abuzată, sunt abuzat, am fost abuzată, am fost abuzat, m-a violat, am fost violată, am fost violat,
      mă strânge de gât, mi-e frică de soț, mi-e frică de soțul meu, mi-e frică de el, mi-e frică să merg acasă, nu sunt în siguranță acasă,
      violență în familie, nu mă lasă să ies din casă, mă obligă să mă mărit, mă amenință cu moartea, sunt bătută, sunt bătut, am fost bătută, am fost bătut, ne bate, soțul e violent, soțul este violent, mi-e teamă de soț, mă obligă să fac sex`,
    danger: `sunt în pericol, suntem în pericol, vrea să mă omoare, o să mă omoare, mă omoară, a zis că mă omoară, încearcă să mă omoare, cineva mă urmărește,
      mă urmărește cineva, are un cuțit, are cuțit, are o armă, chemați poliția, sunați la poliție, m-a încuiat, nu pot să scap, intră în casă peste mine, mi-e frică pentru viața mea, e cineva în casa mea, o să mă bată`,
  },
  alone: {
    harm: 'sinucidere, nu mai pot trăi, vreau să termin cu viața, m-am săturat de viață',
    abuse: 'violență domestică, violență în familie, abuz, viol, abuz acasă',
    danger: 'pericol, ajutor, ajutați-mă, mi-e frică, nu sunt în siguranță, poliția',
  },
  ordinary:
    'mor de râs, mor de foame, mor de plictiseală, mă bate gândul, mă bate vântul, mă bate soarele, fundătură, omor timpul, să omor timpul',
};
