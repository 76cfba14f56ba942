-- Says who runs the market and how far the log is; renews this node's lease, or takes it where it is free and wanted.
-- KEYS: lease, token, term, epoch, index
-- ARGV: node, its lease or '', milliseconds, the epoch it knows of or '', '1' to take the lease
-- Answers: the lease, milliseconds left of it, the epoch, the index, 1 if the lease was taken now; what is absent is ''.
local lease = redis.call('GET', KEYS[1]) or ''
local epoch = redis.call('GET', KEYS[4]) or ''
local index = redis.call('GET', KEYS[5]) or ''
if epoch == '' or index == '' then
  epoch = ''
  index = ''
end
local taken = 0
if lease ~= '' and lease == ARGV[2] then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
elseif ARGV[5] == '1' and epoch == ARGV[4] then
  -- One that this node has from before is taken anew, with another token: what it may have sent then must not count.
  local own = ARGV[1] .. ':'
  if lease == '' or string.sub(lease, 1, string.len(own)) == own then
    lease = own .. string.format('%.0f', redis.call('INCR', KEYS[2]))
    redis.call('SET', KEYS[1], lease, 'PX', ARGV[3])
    redis.call('SET', KEYS[3], 0)
    taken = 1
  end
end
return { lease, redis.call('PTTL', KEYS[1]), epoch, index, taken }
