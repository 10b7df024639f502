class K(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def expm1(self: __torch__.K, x: Tensor) -> Tensor:
    return torch.expm1(x)

  def log1p(self: __torch__.K, x: Tensor) -> Tensor:
    return torch.log1p(x)

  def log_sigmoid(self: __torch__.K, x: Tensor) -> Tensor:
    return torch.log_sigmoid(x)

  def logsumexp(self: __torch__.K, x: Tensor, dim: int) -> Tensor:
    return torch.logsumexp(x, [dim])

  def index_select(self: __torch__.K, x: Tensor, dim: int, index: Tensor) -> Tensor:
    return torch.index_select(x, dim, index)

  def index_add(self: __torch__.K, x: Tensor, index: Tensor, source: Tensor) -> Tensor:
    return torch.index_add(x, 0, index, source)

  def gather(self: __torch__.K, x: Tensor, dim: int, index: Tensor) -> Tensor:
    return torch.gather(x, dim, index)

  def top_k(self: __torch__.K, x: Tensor, k: int) -> Tensor:
    values, indices = torch.topk(x, k, -1, True, False)
    return indices

  def assign(self: __torch__.K, target: Tensor, source: Tensor) -> Tensor:
    return torch.copy_(target, source)

  def requires_gradient(self: __torch__.K, x: Tensor) -> Tensor:
    return torch.tensor(ops.prim.requires_grad(x), dtype=6)

  def refill(self: __torch__.K, target: Tensor, source: Tensor) -> Tensor:
    return torch.copy_(ops.prim.data(target), source)

  def accumulate(self: __torch__.K, target: Tensor, source: Tensor) -> Tensor:
    return torch.add_(target, source)

  def upload(self: __torch__.K, x: Tensor, device: str) -> Tensor:
    return torch.to(torch.pin_memory(x), torch.device(device), ops.prim.dtype(x), True)

  def svdvals(self: __torch__.K, x: Tensor) -> Tensor:
    return torch.linalg_svdvals(x)

  def eigenvalues_of_product(self: __torch__.K, tall: Tensor) -> Tensor:
    n = torch.size(tall, 1)
    gram = torch.zeros([n, n], dtype=ops.prim.dtype(tall), device=ops.prim.device(tall))
    block = torch.add(torch.floordiv(n, 6), 1)
    at = 0
    while torch.lt(at, n):
      rows = ops.prim.min(block, torch.sub(n, at))
      cols = torch.add(at, rows)
      product = torch.matmul(torch.t(torch.narrow(tall, 1, at, rows)), torch.narrow(tall, 1, 0, cols))
      _0 = torch.copy_(torch.narrow(torch.narrow(gram, 0, at, rows), 1, 0, cols), product)
      at = cols
    return torch.clamp(torch.linalg_eigvalsh(gram), 0., None)

  def squared_singular_values(self: __torch__.K, x: Tensor) -> Tensor:
    tall = x
    if torch.lt(torch.size(x, 0), torch.size(x, 1)):
      tall = torch.t(x)
    n = torch.size(tall, 1)
    values = torch.zeros([n], dtype=7, device=ops.prim.device(x))
    if torch.gt(torch.size(tall, 0), n):
      values = torch.to((self).eigenvalues_of_product(torch.to(tall, 6)), 7)
    if torch.le(torch.item(torch.select(values, 0, 0)), torch.mul(1e-4, torch.item(torch.select(values, 0, -1)))):
      values = (self).eigenvalues_of_product(torch.to(tall, 7))
    return values

  def eigh(self: __torch__.K, x: Tensor) -> List[Tensor]:
    values, vectors = torch.linalg_eigh(x)
    return [values, vectors]

  def rms_norm(self: __torch__.K, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    wide = torch.to(x, ops.prim.dtype(weight))
    length = torch.linalg_vector_norm(wide, 2, [-1], True)
    scale = torch.rsqrt(torch.add(torch.div(torch.mul(length, length), torch.size(x, -1)), eps))
    return torch.mul(torch.mul(wide, scale), weight)

  def bfloat16(self: __torch__.K, x: Tensor) -> Tensor:
    return torch.to(x, 15)

  def linear(self: __torch__.K, x: Tensor, weight: Tensor) -> Tensor:
    return torch.linear(torch.to(x, ops.prim.dtype(weight)), weight)

  def lora_linear(self: __torch__.K, x: Tensor, weight: Tensor, a: Tensor, b: Tensor, scale: float) -> Tensor:
    return (self).lora_fan(x, [weight], [a], [b], scale)[0]

  def lora_fan(self: __torch__.K, x: Tensor, weights: List[Tensor], a: List[Tensor], b: List[Tensor], scale: float) -> List[Tensor]:
    kind = ops.prim.dtype(weights[0])
    input = torch.to(x, kind)
    inner = torch.linear(input, torch.to(torch.cat(a, 0), kind))
    parts = torch.split(inner, torch.size(a[0], 0), 1)
    out = annotate(List[Tensor], [])
    for i in range(torch.len(weights)):
      _0 = torch.append(out, torch.addmm_(torch.linear(input, weights[i]), parts[i], torch.t(torch.to(b[i], kind)), alpha=scale))
    return out

  def dropout(self: __torch__.K, x: Tensor, rate: float) -> Tensor:
    return torch.dropout(x, rate, True)

  def swiglu(self: __torch__.K, gate: Tensor, up: Tensor) -> Tensor:
    return torch.mul(torch.silu(gate), up)

  def geglu(self: __torch__.K, gate: Tensor, up: Tensor, tanh: bool) -> Tensor:
    if tanh:
      opened = torch.gelu(gate, approximate="tanh")
    else:
      opened = torch.gelu(gate)
    return torch.mul(opened, up)

  def rotate(self: __torch__.K, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    low, high = torch.unbind(torch.unflatten(x, -1, [2, -1]), -2)
    c = torch.narrow(cos, -1, 0, torch.size(low, -1))
    s = torch.narrow(sin, -1, 0, torch.size(low, -1))
    return torch.cat([torch.addcmul(torch.mul(low, c), high, s, value=-1), torch.addcmul(torch.mul(high, c), low, s)], -1)

  def in_type_of(self: __torch__.K, x: Tensor, like: Tensor) -> Tensor:
    return torch.to(x, ops.prim.dtype(like))

  def short_in_bfloat16(self: __torch__.K, q: Tensor, k: Tensor) -> bool:
    scores = torch.mul(torch.mul(torch.size(q, 1), torch.size(q, 2)), torch.size(k, 2))
    short = torch.__and__(torch.le(scores, 1048576), torch.gt(torch.size(q, 2), 1))
    return torch.__and__(short, torch.eq(ops.prim.dtype(q), 15))

  def attend_at_once(self: __torch__.K, q: Tensor, k: Tensor, v: Tensor, past: int, scale: float) -> Tensor:
    rows = torch.size(q, 2)
    cols = torch.size(k, 2)
    unseen = torch.triu(torch.full([rows, cols], -9.9999999999999997e+37, dtype=ops.prim.dtype(q), device=ops.prim.device(q)), torch.add(past, 1))
    scores = torch.baddbmm(torch.expand(unseen, [torch.size(q, 1), rows, cols]), torch.squeeze(q, 0), torch.transpose(torch.squeeze(k, 0), 1, 2), alpha=scale)
    return torch.unsqueeze(torch.bmm(torch.softmax(scores, -1), torch.squeeze(v, 0)), 0)

  def attend(self: __torch__.K, query: Tensor, key: Tensor, v: Tensor, past: int, scale: float, window: int, cap: float) -> Tensor:
    q = torch.to(query, ops.prim.dtype(v))
    k = torch.to(key, ops.prim.dtype(v))
    rows = torch.size(q, 2)
    cols = torch.size(k, 2)
    windowed = torch.__and__(torch.gt(window, 0), torch.gt(cols, window))
    plain = torch.__and__(torch.__not__(windowed), torch.eq(cap, 0.))
    if torch.__and__(plain, (self).short_in_bfloat16(q, k)):
      return (self).attend_at_once(q, k, v, past, scale)
    if torch.__and__(plain, torch.eq(past, 0)):
      return torch.scaled_dot_product_attention(q, k, v, None, 0., True, scale=scale)
    if torch.__and__(plain, torch.eq(rows, 1)):
      return torch.scaled_dot_product_attention(q, k, v, None, 0., False, scale=scale)
    seen = torch.tril(torch.ones([rows, cols], dtype=11, device=ops.prim.device(q)), past)
    if windowed:
      seen0 = torch.triu(seen, torch.add(torch.sub(past, window), 1))
    else:
      seen0 = seen
    if torch.eq(cap, 0.):
      return torch.scaled_dot_product_attention(q, k, v, seen0, 0., False, scale=scale)
    scores = torch.mul(torch.to(torch.matmul(q, torch.transpose(k, 2, 3)), 6), scale)
    capped = torch.mul(torch.tanh(torch.div(scores, cap)), cap)
    weights = torch.softmax(torch.masked_fill(capped, torch.logical_not(seen0), -3.4028234663852886e+38), -1)
    return torch.matmul(torch.to(weights, ops.prim.dtype(v)), v)

  def heads_first(self: __torch__.K, x: Tensor, groups: int) -> Tensor:
    if torch.gt(groups, 1):
      shared = torch.repeat_interleave(x, groups, 1)
    else:
      shared = x
    return torch.unsqueeze(torch.transpose(shared, 0, 1), 0)

  def heads_last(self: __torch__.K, x: Tensor, n: int) -> Tensor:
    return torch.reshape(torch.transpose(torch.squeeze(x, 0), 0, 1), [n, -1])

  def packed_attention(self: __torch__.K, q: Tensor, k: Tensor, v: Tensor, rows: List[int], scale: float, window: int, cap: float) -> Tensor:
    groups = torch.floordiv(torch.size(q, 1), torch.size(k, 1))
    halves = annotate(List[int], [])
    for i in range(torch.floordiv(torch.len(rows), 3)):
      _0 = torch.append(halves, torch.add(rows[torch.mul(i, 3)], rows[torch.add(torch.mul(i, 3), 1)]))
      _1 = torch.append(halves, rows[torch.add(torch.mul(i, 3), 2)])
    qs = torch.split_with_sizes((self).heads_first(q, 1), halves, 2)
    ks = torch.split_with_sizes((self).heads_first(k, groups), rows, 2)
    vs = torch.split_with_sizes((self).heads_first(v, groups), rows, 2)
    out = annotate(List[Tensor], [])
    for i in range(torch.floordiv(torch.len(rows), 3)):
      prompt = torch.mul(i, 3)
      kf = torch.cat([ks[prompt], ks[torch.add(prompt, 1)]], 2)
      vf = torch.cat([vs[prompt], vs[torch.add(prompt, 1)]], 2)
      straight = (self).attend(qs[torch.mul(i, 2)], kf, vf, 0, scale, window, cap)
      _2 = torch.append(out, straight)
      if torch.gt(rows[torch.add(prompt, 2)], 0):
        kb = torch.cat([ks[prompt], ks[torch.add(prompt, 2)]], 2)
        vb = torch.cat([vs[prompt], vs[torch.add(prompt, 2)]], 2)
        branched = (self).attend(qs[torch.add(torch.mul(i, 2), 1)], kb, vb, rows[prompt], scale, window, cap)
        _3 = torch.append(out, branched)
    return (self).heads_last(torch.cat(out, 2), torch.size(q, 0))

  def attend_last(self: __torch__.K, q: Tensor, k: Tensor, v: Tensor, scale: float, cap: float) -> Tensor:
    grouped = torch.reshape(q, [1, torch.size(k, 1), -1, torch.size(q, 2)])
    if torch.eq(cap, 0.):
      return torch.reshape(torch.scaled_dot_product_attention(grouped, k, v, None, 0., False, scale=scale), [1, -1])
    scores = torch.mul(torch.matmul(grouped, torch.transpose(k, 2, 3)), scale)
    capped = torch.mul(torch.tanh(torch.div(scores, cap)), cap)
    return torch.reshape(torch.matmul(torch.softmax(capped, -1), v), [1, -1])

  def cached_attention(self: __torch__.K, q: Tensor, k: Tensor, v: Tensor, keys: List[Tensor], values: List[Tensor], known: List[int], fresh: List[int], scale: float, window: int, cap: float) -> Tensor:
    groups = torch.floordiv(torch.size(q, 1), torch.size(k, 1))
    out = annotate(List[Tensor], [])
    at = 0
    for i in range(torch.len(fresh)):
      n = fresh[i]
      length = torch.add(known[i], n)
      _0 = torch.copy_(torch.narrow(keys[i], 1, known[i], n), torch.transpose(torch.narrow(k, 0, at, n), 0, 1))
      _1 = torch.copy_(torch.narrow(values[i], 1, known[i], n), torch.transpose(torch.narrow(v, 0, at, n), 0, 1))
      if torch.gt(window, 0):
        used = ops.prim.min(length, torch.sub(torch.add(n, window), 1))
      else:
        used = length
      ks = torch.unsqueeze(torch.narrow(keys[i], 1, torch.sub(length, used), used), 0)
      vs = torch.unsqueeze(torch.narrow(values[i], 1, torch.sub(length, used), used), 0)
      own = torch.narrow(q, 0, at, n)
      if torch.eq(n, 1):
        _2 = torch.append(out, (self).attend_last(own, ks, vs, scale, cap))
      else:
        shared = torch.repeat_interleave(ks, groups, 1)
        shared0 = torch.repeat_interleave(vs, groups, 1)
        seen = (self).attend((self).heads_first(own, 1), shared, shared0, torch.sub(used, n), scale, window, cap)
        _3 = torch.append(out, (self).heads_last(seen, n))
      at = torch.add(at, n)
    return torch.cat(out, 0)

  def token_log_probs(self: __torch__.K, hidden: Tensor, head: Tensor, tokens: Tensor, chunk: int, slopes: bool, cap: float) -> List[Tensor]:
    n = torch.size(hidden, 0)
    values = annotate(List[Tensor], [])
    slope = annotate(List[Tensor], [])
    at = 0
    while torch.lt(at, n):
      rows = ops.prim.min(chunk, torch.sub(n, at))
      raw = (self).linear(torch.narrow(hidden, 0, at, rows), head)
      if torch.gt(cap, 0.):
        logits = torch.mul(torch.tanh(torch.div((self).in_type_of(raw, hidden), cap)), cap)
      else:
        logits = raw
      picked = torch.narrow(tokens, 0, at, rows)
      log_p = torch.log_softmax(logits, -1, ops.prim.dtype(hidden))
      _0 = torch.append(values, torch.squeeze(torch.gather(log_p, 1, torch.unsqueeze(picked, 1)), 1))
      if slopes:
        own = (self).in_type_of(torch.index_select(head, 0, picked), hidden)
        if torch.gt(cap, 0.):
          bend = torch.div(logits, cap)
          steep = torch.rsub(torch.mul(bend, bend), 1)
          up = torch.mul(own, torch.gather(steep, 1, torch.unsqueeze(picked, 1)))
          p = torch.mul(torch.exp_(log_p), steep)
        else:
          up = own
          p = torch.exp_(log_p)
        _1 = torch.append(slope, torch.sub(up, torch.matmul((self).in_type_of(p, head), head)))
      at = torch.add(at, rows)
    if slopes:
      return [torch.cat(values, 0), torch.cat(slope, 0)]
    return [torch.cat(values, 0)]

  def clip_by_norm(self: __torch__.K, gradients: List[Tensor], limit: float) -> Tensor:
    norms = annotate(List[Tensor], [])
    for i in range(torch.len(gradients)):
      _0 = torch.append(norms, torch.norm(gradients[i]))
    total = torch.norm(torch.stack(norms))
    factor = torch.clamp(torch.div(torch.full_like(total, limit), torch.add(total, 9.9999999999999995e-07)), None, 1.)
    for i in range(torch.len(gradients)):
      _1 = torch.mul_(gradients[i], factor)
    return total

  def adamw(self: __torch__.K, parameters: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, decay: float, eps: float) -> Tensor:
    torch._fused_adamw_(parameters, gradients, means, squares, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps, amsgrad=False, maximize=False)
    return steps[0]
