import { type Html, html } from '#http/html.ts';

/** `/example`, outside production: a page of some council's site with the one line in it. The council is invented. */
export function examplePage(): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parks and open spaces - Thornby Town Council (an example)</title>
<link rel="icon" href="favicon.ico">
<link rel="stylesheet" href="files/folkmoot.css">
</head>
<body class="statement">
<header class="brand"><p class="council">Thornby Town Council</p></header>
<main>
<h1>Parks and open spaces</h1>
<p>This is an example of a page of a council's own site. The council is invented. One line puts the chat on it:</p>
<pre tabindex="0"><code>&lt;script src="https://your-address/embed.js" data-start="PARKS" data-colour="#6a1b4d" defer&gt;&lt;/script&gt;</code></pre>
<p>Open the chat with the button at the bottom of the page.</p>
</main>
<script src="embed.js" data-start="PARKS" data-colour="#6a1b4d" defer></script>
</body>
</html>
`;
}
