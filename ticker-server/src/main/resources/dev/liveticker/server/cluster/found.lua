-- Begins a log with a state.
-- KEYS: lease, epoch, index, log, state, older state
-- ARGV: the node's lease, the epoch it knows of or '', the new epoch, index and body of its first state
-- Answers: 1 if it was done, 0 if the lease is another's or the log is not the one that was to be replaced.
local epoch = redis.call('GET', KEYS[2]) or ''
if redis.call('EXISTS', KEYS[3]) == 0 then
  epoch = ''
end
if redis.call('GET', KEYS[1]) ~= ARGV[1] or epoch ~= ARGV[2] then
  return 0
end
redis.call('DEL', KEYS[4], KEYS[5], KEYS[6])
redis.call('SET', KEYS[2], ARGV[3])
redis.call('SET', KEYS[3], ARGV[4])
redis.call('HSET', KEYS[5], 'epoch', ARGV[3], 'index', ARGV[4], 'body', ARGV[5])
return 1
