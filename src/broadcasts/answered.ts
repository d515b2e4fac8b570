/**
 * SQL: whether a person (an expression for the id) has a response of a consultation for which `also` holds, on whatever contact point it was
 * begun or gone on with. Nobody is named in a response: the keyed hash of each contact point is worked out, with $`key`, the consultation's
 * key, and the pads of its secret, $`inner` and $`outer` (see `respondentPads`).
 */
export function hasResponse(
  person: string,
  parameters: { readonly key: number; readonly inner: number; readonly outer: number },
  also: string,
): string {
  const { key, inner, outer } = parameters;
  const consultation = `$${key}::text`;
  return `EXISTS (
    SELECT FROM contact_point theirs
    CROSS JOIN LATERAL (SELECT sha256($${outer}::bytea || sha256($${inner}::bytea || convert_to('respondent:' || theirs.id::text, 'UTF8'))) AS key) hashed
    WHERE theirs.person_id = ${person} AND (
      EXISTS (SELECT FROM response r WHERE r.consultation_key = ${consultation} AND r.respondent_key = hashed.key AND ${also})
      OR EXISTS (
        SELECT FROM resumed_elsewhere e JOIN response r ON r.id = e.response_id
        WHERE e.consultation_key = ${consultation} AND e.respondent_key = hashed.key AND ${also})))`;
}
