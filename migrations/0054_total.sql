-- Why: sum(bigint) adds in numeric, whose states cost the books of a large shop more than all else and do not fit into
-- memory a customer. This adds in bigint, and fails where that is passed.
CREATE AGGREGATE total(bigint) (SFUNC = int8pl, STYPE = bigint, INITCOND = '0', COMBINEFUNC = int8pl, PARALLEL = SAFE);
