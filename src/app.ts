import { startApproaches } from '#approaches';
import { nationalLines } from '#bot/crisis.ts';
import { createBot } from '#bot/index.ts';
import type { ChannelKind, Room } from '#channels/channel.ts';
import { createPage } from '#channels/page/index.ts';
import { pageRoom } from '#channels/page/room.ts';
import { createSms } from '#channels/sms/index.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { createSmsSender } from '#channels/sms/sender.ts';
import { teamsRoom } from '#channels/teams/room.ts';
import { createWebchat } from '#channels/webchat/index.ts';
import { webchatRoom } from '#channels/webchat/room.ts';
import { openNow } from '#consultations';
import { createActivityLog, createLogReader } from '#database/activityLog.ts';
import { isAway } from '#database/away.ts';
import { type Database, openDatabase } from '#database/open.ts';
import { createPool } from '#database/pool.ts';
import { askedBy, consultationAsking } from '#dialogs/consultation/step.ts';
import { codeOpens } from '#dialogs/resume/door.ts';
import { addressOf } from '#http/address.ts';
import { parseForm, readBody, readSent } from '#http/body.ts';
import { mountEventFeeds } from '#http/eventFeeds.ts';
import { mountHealth } from '#http/health.ts';
import { createLimit } from '#http/limits.ts';
import { createMetrics } from '#http/metrics.ts';
import { mountOpenReferral } from '#http/openReferral.ts';
import { createHttpServer } from '#http/server.ts';
import { warmHearing } from '#language/hearing/warm.ts';
import { loadWords } from '#language/words.ts';
import type { Config } from './config.ts';
import { createLog, type Log, turnReport, withoutValues } from './log.ts';
import { openTeams } from './openTeams.ts';
import { createOutbox } from './outbox.ts';
import { mountPages } from './pages/index.ts';
import { planApproaches, stillHolds } from './planning.ts';
import { privateWords } from './privateWords.ts';
import { loadSample } from './sample.ts';
import { createSecrets, loadSecretKey, type Secrets } from './secrets.ts';
import { createServices } from './services.ts';

export interface App {
  /** Takes requests. Closes everything where it cannot. */
  listen(): Promise<void>;
  /** Finishes the turns under way, then closes everything. Once more is the same. */
  close(): Promise<void>;
}

/** The one place where everything meets. */
export async function createApp(config: Config): Promise<App> {
  const log = createLog(config.logLevel);
  const secrets = createSecrets(await loadSecretKey(config));
  const database = await openDatabase(config, log);
  try {
    return await createAppOver(database, { config, log, secrets });
  } catch (reason) {
    await database.close();
    throw reason;
  }
}

interface Ground {
  readonly config: Config;
  readonly log: Log;
  readonly secrets: Secrets;
}

async function createAppOver(database: Database, { config, log, secrets }: Ground): Promise<App> {
  const clock = () => new Date();
  const { prisma } = database;
  const pool = createPool(database.url, (reason) => log.warn(withoutValues(reason), 'a database connection broke'));

  const words = loadWords();
  const services = createServices(database, secrets, clock, config.services);
  if (!config.production) {
    const loaded = await loadSample(database, secrets, clock());
    if (loaded > 0) log.info({ consultations: loaded }, 'the sample town was loaded: all its people and places are invented');
  }

  const metrics = createMetrics();
  const lines = turnReport(log);
  let turnsHeard = 0;
  const heard: typeof lines.heard = (line) => {
    turnsHeard += 1;
    metrics.turn(line.channel, line.outcome, line.ms);
    lines.heard(line);
  };
  const perAddress = createLimit(config.rateLimit.perAddress);
  const perContact = createLimit(config.rateLimit.perContact);
  const perReader = createLimit(config.rateLimit.perAddress);
  const activityLog = createActivityLog({
    pool,
    url: database.url,
    channel: 'webchat',
    lookup: (conversation) => services.people.lookup('webchat', conversation),
    report: (reason) => log.warn(withoutValues(reason), 'the connection for hints broke'),
  });
  const webchat = createWebchat({
    tokenKey: secrets.lookup('web chat', 'token key'),
    publicUrl: config.publicUrl,
    origins: config.webchatOrigins,
    log: activityLog,
    words,
    now: clock,
    readBody,
    countStranger: (request) => perAddress.count(addressOf(request)),
    countContact: (conversation) => perContact.count(conversation),
    countReader: (conversation) => perReader.count(conversation),
    isAway,
    report: (reason) => log.error(withoutValues(reason), 'a request failed'),
  });
  const crisisLines = { ...nationalLines, ...config.crisisLines };
  const bot = createBot({ pool, prisma, services, crisisLines, clock, report: { ...lines, heard }, onRecorded: webchat.onRecorded });

  const http = createHttpServer({
    publicUrl: config.publicUrl,
    perAddress,
    isAway,
    report: (reason) => log.error(withoutValues(reason), 'a request failed'),
  });
  mountHealth(http.routes, database.isReachable);
  metrics.webSockets(() => webchat.open);
  metrics.mount(http.routes);
  mountOpenReferral(http.routes, { ...services.directory.published, filterOf: services.directory.filterOf });
  mountEventFeeds(http.routes, services);
  const { accountSid, authToken, from } = config.twilio;
  mountPages(http.routes, {
    publicUrl: config.publicUrl,
    origins: config.webchatOrigins,
    words,
    council: config.council,
    number: authToken && from?.startsWith('+') ? from : undefined,
    forDevelopers: !config.production,
    open: async () => openNow(await services.consultations.catalogueNow(), clock()).map(({ definition }) => definition),
  });

  const rooms: Readonly<Record<ChannelKind, Room>> = { sms: smsRoom(), webchat: webchatRoom, teams: teamsRoom, page: pageRoom };
  const smsSender =
    accountSid && authToken && from
      ? createSmsSender({ accountSid, authToken, from, apiUrl: config.twilio.apiUrl, publicUrl: config.publicUrl, now: clock })
      : undefined;
  if (!smsSender) log.warn('broadcasts by text are off: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM');
  const teams = await openTeams({
    config,
    pool,
    prisma,
    services,
    clock,
    log,
    countStranger: (request) => perAddress.count(addressOf(request)),
    countContact: (conversation) => perContact.count(conversation),
  });
  const senders = [smsSender, teams?.sender].filter((sender) => sender !== undefined);
  const approaches = () =>
    startApproaches({
      approaches: services.approaches,
      plan: () => planApproaches(services, { words, now: clock(), canText: smsSender !== undefined }),
      stillHolds: (planned) => stillHolds(services, planned),
      privateWords: (begun) => privateWords(services, begun),
      senders,
      read: ['webchat'],
      open: services.people.open,
      now: clock,
      report: (reason) => log.error(withoutValues(reason), 'an approach met with a mishap'),
      begin: ({ lookup, dialog, options, ...begun }) =>
        bot.begin(
          { kind: 'approach', ...begun, room: rooms[begun.channel], text: '', opens: { dialog, options }, answeredByProvider: false },
          lookup,
        ),
    });
  const outbox = createOutbox({
    config,
    database,
    services,
    senders,
    clock,
    turnsHeard: () => turnsHeard,
    sendUnsent: teams?.sendUnsent,
    log,
  });

  if (authToken) {
    const sms = createSms({
      authToken,
      publicUrl: config.publicUrl,
      accountSid,
      readSent,
      countStranger: (request) => perAddress.count(addressOf(request)),
      countContact: (number) => perContact.count(number),
      async onStatus(status) {
        if (!(await services.approaches.told(status, clock()))) await outbox.onReceipt(status);
      },
      isAway,
    });
    sms.mount(http.routes, bot.onTurn);
  } else log.warn('text messages are off: set TWILIO_AUTH_TOKEN');

  webchat.mount(http.routes, bot.onTurn);
  if (config.production && !config.publicUrlIsSet) log.warn('browsers other than on this machine are refused: set PUBLIC_URL');

  teams?.mount(http.routes, bot.onTurn);
  const page = createPage({
    nameKey: secrets.lookup('page', 'name key'),
    publicUrl: config.publicUrl,
    log: createLogReader({ pool, channel: 'page', lookup: (conversation) => services.people.lookup('page', conversation) }),
    consultations: {
      find: services.consultations.introduce,
      open: services.consultations.introduceOpen,
      introduction: (key) => ({ about: askedBy(key, 'intro'), begin: 'begin' }),
      codeOpens,
      asking: consultationAsking,
    },
    words,
    council: config.council.name,
    now: clock,
    readForm: async (request) => parseForm(await readBody(request)),
    countContact: (conversation) => perContact.count(conversation),
    isAway,
    report: (reason) => log.error(withoutValues(reason), 'a request failed'),
  });
  page.mount(http.routes, bot.onTurn);

  warmHearing();
  let approaching: ReturnType<typeof approaches> | undefined;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  async function closeAll(): Promise<void> {
    webchat.close();
    await http.close();
    await approaching?.stop();
    await bot.idle();
    // Waits for nothing any more, so that whoever sends what has not left comes to an end too.
    await teams?.close();
    await outbox.stop();
    await smsSender?.close();
    await activityLog.close();
    await pool.end();
    await database.close();
    log.info('stopped');
  }

  return {
    close,
    async listen() {
      try {
        const { port } = await http.listen(config.port);
        log.info({ port, url: config.publicUrl }, 'ready');
        outbox.start();
        approaching = approaches();
      } catch (reason) {
        await close();
        throw reason;
      }
    },
  };
}
