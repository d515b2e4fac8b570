import { defineConfig } from 'prisma/config';

/** For Prisma's own command line (`npx prisma migrate deploy`, `npx prisma studio`); Folkmoot itself does not read this. */
// biome-ignore lint/style/noDefaultExport: Prisma asks for one.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
