// Whether a database that was migrated from an older version came out as a new one is made.
import { withOwner } from '../../bench/lib/support.mjs';

/** Each column, index, constraint, policy, trigger and function, as the catalogue tells them. */
const SCHEMA = `
  SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS part
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT format('policy %s %s %s %s', tablename, policyname, qual, with_check) FROM pg_policies
  UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT format('function %s %s %s', oid::regprocedure, proowner::regrole, md5(prosrc)) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace`;

const schemaOf = (url) =>
  withOwner(url, async (client) => new Set((await client.query(SCHEMA)).rows.map(({ part }) => part)));

/** @param {string} url of the migrated one @param {string} newUrl of one that today's version made */
export async function checkSchema(url, newUrl) {
  const [migrated, made] = [await schemaOf(url), await schemaOf(newUrl)];
  return {
    what: 'the migrated database is as a new one is made',
    faults: [
      ...[...made].filter((part) => !migrated.has(part)).map((part) => `without ${part}`),
      ...[...migrated].filter((part) => !made.has(part)).map((part) => `with ${part}`),
    ],
  };
}
