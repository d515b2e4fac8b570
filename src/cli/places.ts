import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { counted } from '#language/counted.ts';
import { sizeOfFile } from './fileGiven.ts';
import { inOffice, print } from './office.ts';

/** `places import`. */
export function placesCommands(): Command {
  const places = new Command('places').description('the wards, parishes, towns, villages, landmarks and postcodes that people name');
  places
    .command('import')
    .argument(
      '<file>',
      'CSV: the ONS Postcode Directory, Code-Point Open, an ONS list of names and codes, or columns kind, name, easting, northing',
    )
    .description('take a file in; rows that say nothing to us are listed, the rest goes in; the same file again changes nothing')
    .action(importFile);
  return places;
}

async function importFile(file: string): Promise<void> {
  await sizeOfFile(file);
  let refused = 0;
  const onRefused = (line: number, reason: string) => {
    refused += 1;
    process.stderr.write(`line ${line} ${reason}\n`);
  };
  const { places, postcodes } = await inOffice(({ services }) => services.places.importFrom(createReadStream(file), onRefused));
  const taken = `${counted(places, 'place')} and ${counted(postcodes, 'postcode')} are in`;
  print(`${file}: ${taken}, ${counted(refused, 'row was refused', 'rows were refused')}.`);
}
