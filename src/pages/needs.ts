import type { Text } from '#language/languages.ts';
import type { Words } from '#language/words.ts';

/** What the pages are given by whoever puts them up. */
export interface PagesNeeds {
  /** Where residents find us: scheme, host and port, no path. */
  readonly publicUrl: string;
  /** Other sites whose pages may show the chat in a frame. */
  readonly origins: readonly string[];
  readonly words: Words;
  readonly council: Council;
  /** The number to text, where there is one. */
  readonly number: string | undefined;
  /** Shows the example of another site's page, and how to try it all from a terminal; not for residents. */
  readonly forDevelopers: boolean;
  /** What can be answered now. */
  open(): Promise<readonly OpenConsultation[]>;
}

export interface Council {
  /** As it calls itself; unset, "your council". */
  readonly name: string | undefined;
  /** Where to ask, in words: an address, a telephone number. */
  readonly contact: string | undefined;
}

export interface OpenConsultation {
  readonly key: string;
  readonly title: Text;
  readonly summary: Text;
  readonly keyword: string;
}
