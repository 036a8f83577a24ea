-- The two transfers, of pounds and of minutes, that one of our entries of four lines stands for.
\set fund random(1, :funds)
select peer_post(4 * :fund - 3, 4 * :fund - 2, 1800), peer_post(4 * :fund - 1, 4 * :fund, 60);
