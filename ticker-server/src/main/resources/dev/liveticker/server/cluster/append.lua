-- Adds an entry to the log and tells everybody.
-- KEYS: lease, term, epoch, index, log
-- ARGV: the channel, the node's lease or '' for what any node may write, the how manieth of that lease it is, the epoch,
--       how many entries are kept, the entry
-- Answers: its index; -1 if the lease is another's, -2 if the log has begun anew, -3 if one before it is missing.
if ARGV[2] ~= '' and redis.call('GET', KEYS[1]) ~= ARGV[2] then
  return -1
end
if redis.call('GET', KEYS[3]) ~= ARGV[4] or redis.call('EXISTS', KEYS[4]) == 0 then
  return -2
end
if ARGV[2] ~= '' and redis.call('INCR', KEYS[2]) ~= tonumber(ARGV[3]) then
  return -3
end
local index = redis.call('INCR', KEYS[4])
redis.call('XADD', KEYS[5], 'MAXLEN', '~', ARGV[5], string.format('%.0f-0', index), 'e', ARGV[6])
redis.call('PUBLISH', ARGV[1], string.format('%016.0f', index) .. ARGV[6])
return index
