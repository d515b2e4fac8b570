import { listen } from './listen.ts';

/** The first floor: nothing but the webhook itself. */
listen(async ({ Body = '' }) => [Body]);
