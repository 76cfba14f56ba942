-- Says what there is to start from.
-- KEYS: epoch, index, log, state, older state
-- Answers: the epoch, the index, the first entry that is still there, then epoch and index of each state; what is absent
-- is ''.
local first = redis.call('XRANGE', KEYS[3], '-', '+', 'COUNT', 1)
local newest = redis.call('HMGET', KEYS[4], 'epoch', 'index')
local older = redis.call('HMGET', KEYS[5], 'epoch', 'index')
return {
  redis.call('GET', KEYS[1]) or '',
  redis.call('GET', KEYS[2]) or '',
  first[1] and first[1][1] or '',
  newest[1] or '',
  newest[2] or '',
  older[1] or '',
  older[2] or '',
}
