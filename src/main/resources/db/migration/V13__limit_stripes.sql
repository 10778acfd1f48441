-- More rows to take turns on: with 64, every other sign-up waited for one that had nothing to do with it.
insert into limit_stripe (stripe)
select stripe + 64 * times.n
from limit_stripe
cross join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as times (n);
