/** The roles that own functions of the database: a dump names them, and holds none of them. */
export const ROLES = ['smartbis_app', 'smartbis_intake', 'smartbis_sweeper'];

const LIST = ROLES.map((role) => `'${role}'`).join(', ');

/** So that functions of a migration can become theirs, whose owner need not be a superuser. */
export const LEND_CREATE = `DO $$
  DECLARE lent text;
  BEGIN
    FOR lent IN SELECT rolname FROM pg_roles WHERE rolname IN (${LIST}) AND pg_has_role(oid, 'MEMBER')
    LOOP
      EXECUTE format('GRANT CREATE ON SCHEMA public TO %I', lent);
    END LOOP;
  END $$`;

/** What migrations and a restore lend them, so that they can own functions. One that was killed could not take it back. */
export const TAKE_BACK_CREATE = `DO $$
  DECLARE lent text;
  BEGIN
    FOR lent IN SELECT r.rolname FROM pg_namespace n, aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee
                WHERE n.nspname = 'public' AND a.privilege_type = 'CREATE' AND r.rolname IN (${LIST})
    LOOP
      EXECUTE format('REVOKE CREATE ON SCHEMA public FROM %I', lent);
    END LOOP;
  END $$`;
