-- Gives the lease back and tells everybody.
-- KEYS: lease
-- ARGV: the node's lease, the channel
-- Answers: 1 if it was this node's, 0 if not.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[2], '')
return 1
