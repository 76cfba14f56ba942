-- Keeps a state, and the one before it.
-- KEYS: lease, epoch, state, older state
-- ARGV: the node's lease, the state's epoch, index and body
-- Answers: 1 if it was kept, 0 if the lease is another's or the log has begun anew.
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('GET', KEYS[2]) ~= ARGV[2] then
  return 0
end
if redis.call('EXISTS', KEYS[3]) == 1 then
  redis.call('RENAME', KEYS[3], KEYS[4])
end
redis.call('HSET', KEYS[3], 'epoch', ARGV[2], 'index', ARGV[3], 'body', ARGV[4])
return 1
