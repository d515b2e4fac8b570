import type { Command } from 'commander';
import type { OfferKind } from '#offers';
import { offerInWords } from './offerInWords.ts';
import { inOffice, print } from './office.ts';

/** Beneath the commands of a feature: `pending`, `approve` and `refuse` what groups offered of it in conversations. */
export function offersDesk(feature: Command, kind: OfferKind): Command {
  feature
    .command('pending')
    .description('what groups offered in conversations, to be approved or refused')
    .action(async () => {
      const offers = await inOffice(({ services }) => services.offers.pending(kind));
      if (offers.length === 0) print('Nothing is waiting.');
      for (const { id, record, language, offeredAt } of offers)
        print([`${id}  ${offeredAt.toISOString().slice(0, 10)}  ${language}`, ...offerInWords(record)].join('\n'));
      if (offers.length > 0) print(`To list one: ${feature.name()} approve OFFER. Not to: ${feature.name()} refuse OFFER --reason WORDS`);
    });
  feature
    .command('approve')
    .argument('<offer>')
    .description('list what a group offered')
    .action(async (id: string) => print(`${await inOffice(({ services }) => services.offers.approve(kind, id))}: listed.`));
  feature
    .command('refuse')
    .argument('<offer>')
    .requiredOption('--reason <words>', 'why, for whoever looks it up later')
    .description('do not list what a group offered')
    .action(async (id: string, { reason }: { reason: string }) => {
      await inOffice(({ services }) => services.offers.refuse(kind, id, reason));
      print(`${id}: refused.`);
    });
  return feature;
}
