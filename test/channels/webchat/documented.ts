const reading = [200, 400, 401, 403, 404, 429, 500];

/** The statuses of each operation in the specification: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-protocol/directline-3.0.json */
const operations: readonly (readonly [operation: RegExp, statuses: readonly number[]])[] = [
  [/^POST \/tokens\/generate$/, [200, 401, 403, 404, 429, 500]],
  [/^POST \/tokens\/refresh$/, [200, 401, 403, 404, 429, 500]],
  [/^POST \/conversations$/, [201, 409, ...reading]],
  [/^GET \/conversations\/[\w-]+$/, reading],
  [/^GET \/conversations\/[\w-]+\/activities$/, reading],
  [/^POST \/conversations\/[\w-]+\/activities$/, [204, 502, ...reading]],
  [/^POST \/conversations\/[\w-]+\/upload$/, [202, 204, 502, ...reading]],
  [/^GET \/session\/getsessionid$/, [200, 404]],
  // Ours, asked by our page alone: see decision 23.
  [/^POST \/tokens\/return$/, [200, 401, 403, 429, 500]],
];

/** Too large is not in the specification, but what the real service says. */
const besides = 413;

/** Of requests such as `POST /conversations 201`, those that the specification does not know to end so. */
export function undocumented(asked: readonly string[]): readonly string[] {
  return asked.filter((line) => {
    const [, operation = '', status] = /^(\w+ [^? ]+)\S* (\d+)$/.exec(line) ?? [];
    const statuses = operations.find(([known]) => known.test(operation))?.[1] ?? [];
    return ![...statuses, besides].includes(Number(status));
  });
}
