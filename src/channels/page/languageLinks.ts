import { type Html, html } from '#http/html.ts';
import { languageNames } from '#language/hearing/languageNames.ts';
import { type Language, languages } from '#language/languages.ts';
import { asTyped, type FormName } from './formName.ts';

/** Before anything is said, another language is the same page at another address. */
export function languageLinks(path: string, spoken: Language): Html {
  const others = languages.filter((language) => language !== spoken);
  return html`<ul>
${others.map((language) => html`<li><a href="${path}?lang=${language}" lang="${language}" hreflang="${language}">${languageNames[language]}</a></li>\n`)}</ul>`;
}

/** In a conversation it is something that is said. */
export function languageButtons(form: FormName, spoken: Language): Html {
  const others = languages.filter((language) => language !== spoken);
  return html`<form method="post" action="${form.path}">${asTyped(form)}
<ul>
${others.map((language) => html`<li><button class="link" name="speaks" value="${language}" lang="${language}">${languageNames[language]}</button></li>\n`)}</ul>
</form>`;
}
