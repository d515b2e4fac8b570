/**
 * Nothing is known of a delivery yet: its turn has not come, or a worker has it in hand for the first time. Which of the two it is, how far its
 * queue has come tells. `alias` is the delivery in plain SQL.
 */
export const untried = (alias: string) => `(${alias}.attempts = 0 AND ${alias}.due_at IS NULL AND ${alias}.ended_at IS NULL)`;

/** Ids count up, in the order in which audiences are worked out; PostgreSQL keeps them in 31 bits, 2,000 broadcasts of a million. */
export const largestId = 2_147_483_647;
