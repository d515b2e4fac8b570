-- The words of titles that were taken in before: by them, words with typos are put right at the menu.
INSERT INTO "directory_word"
SELECT DISTINCT "word" FROM (
    SELECT regexp_split_to_table(lower(unaccent(replace("title", '''', ''))), '[^[:alnum:]]+') AS "word" FROM "event"
    UNION ALL
    SELECT regexp_split_to_table(lower(unaccent(replace("title", '''', ''))), '[^[:alnum:]]+') FROM "opportunity"
) AS "titles"
WHERE length("word") BETWEEN 4 AND 60 AND "word" !~ '[0-9]'
ON CONFLICT DO NOTHING;
