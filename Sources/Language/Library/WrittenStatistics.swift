/// Functions over sequences and samples that are put together from other functions.
enum WrittenStatistics {
  static let all: [TorchFunction] = [
    function(
      "cumprod", "input, dim, *, dtype=None, out=None", "Each product so far.", in: .changing),
    function(
      "logcumsumexp", "input, dim, *, out=None", "The logarithm of each sum of exp so far."),
    function(
      "cov", "input, *, correction=1, fweights=None, aweights=None",
      "How variables vary together: one row each."),
    function("corrcoef", "input", "The covariances divided by the standard deviations."),
    function(
      "quantile", "input, q, dim=None, keepdim=False, *, interpolation='linear', out=None",
      "The value below which a share of the values lies."),
    function(
      "nanquantile", "input, q, dim=None, keepdim=False, *, interpolation='linear', out=None",
      "The quantile of the values that are numbers."),
    function(
      "searchsorted",
      "sorted_sequence, input, *, out_int32=False, right=False, side=None, sorter=None, out=None",
      "Where each value would be put to keep the order.", in: .torch),
    function(
      "bucketize", "input, boundaries, *, out_int32=False, right=False, out=None",
      "Between which boundaries each value lies.", in: .torch),
    function("histc", "input, bins=100, min=0, max=0, *, out=None", "How many values a bin holds."),
    function(
      "gradient", "input, *, spacing=1, dim=None, edge_order=1",
      "The slopes of sampled values.", in: .torch),
    function(
      "cdist", "x1, x2, p=2.0, compute_mode=None",
      "The distance of each row to each other row.", in: .torch),
    function("pdist", "input, p=2.0", "The distance of each pair of rows.", in: .functional),
    function("cross", "input, other, dim=None, *, out=None", "The cross product."),
    function(
      "addr", "input, vec1, vec2, *, beta=1, alpha=1, out=None",
      "A matrix plus an outer product.", in: .changing),
    function("hsplit", "input, indices_or_sections", "Cuts columns apart."),
    function("vsplit", "input, indices_or_sections", "Cuts rows apart."),
    function("dsplit", "input, indices_or_sections", "Cuts along the third dimension."),
    function(
      "as_strided", "input, size, stride, storage_offset=None",
      "Reads the values in strides of one's own."),
    function("frexp", "input, *, out=None", "Mantissa and exponent."),
    function(
      "nonzero_static", "input, *, size, fill_value=-1", "The places of a given number of values."),
  ]

  private static func function(
    _ name: String, _ signature: String, _ summary: String,
    in places: TorchFunction.Place = .everywhere
  ) -> TorchFunction {
    TorchFunction(name, signature, summary, in: places, written: source)
  }

  static let source = WrittenModule(
    "statistics",
    #"""
    def _along(x, dim, name):
        n = max(x.dim(), 1)
        if dim < -n or dim >= n:
            raise IndexError(f"Dimension out of range (expected to be in range of [{-n}, {n - 1}], but got {dim})")
        return dim

    def cumprod(input, dim, dtype, out):
        dim = _along(input, dim, 'cumprod')
        x = input if dtype is None else input.to(dtype)
        if not x.dtype.is_floating_point:
            x = x.to(dtype or torch.int64)
        if x.dim() == 0 or x.numel() == 0:
            return _grad_fn(x * 1, 'CumprodBackward0')
        total, parts = None, []
        for part in x.unbind(dim):
            total = part if total is None else total * part
            parts.append(total)
        return _grad_fn(torch.stack(parts, dim), 'CumprodBackward0')

    def logcumsumexp(input, dim, out):
        dim = _along(input, dim, 'logcumsumexp')
        if not input.dtype.is_floating_point:
            raise NotImplementedError(f"\"logcumsumexp_out_cpu\" not implemented for '{_scalar(input)}'")
        if input.dim() == 0 or input.numel() == 0:
            return _grad_fn(input * 1, 'LogcumsumexpBackward0')
        x = input.float() if input.dtype in (torch.float16, torch.bfloat16) else input
        total, parts = None, []
        for part in x.unbind(dim):
            total = part if total is None else torch.logaddexp(total, part)
            parts.append(total)
        return _grad_fn(torch.stack(parts, dim).to(input.dtype), 'LogcumsumexpBackward0')

    def _scalar(x):
        return {torch.int64: 'Long', torch.int32: 'Int', torch.int16: 'Short', torch.int8: 'Char', torch.uint8: 'Byte', torch.bool: 'Bool', torch.float16: 'Half', torch.bfloat16: 'BFloat16', torch.float64: 'Double', torch.float32: 'Float'}[x.dtype]

    def cov(input, correction, fweights, aweights):
        if input.dim() > 2:
            raise RuntimeError(f"cov(): expected input to have two or fewer dimensions but got an input with {input.dim()} dimensions")
        if input.dtype == torch.bool:
            raise RuntimeError("cov(): bool dtype is not supported for input")
        x = input if input.dim() == 2 else input.reshape(1, -1)
        for w, what in ((fweights, 'fweights'), (aweights, 'aweights')):
            if w is None:
                continue
            if w.dim() > 1:
                raise RuntimeError(f"cov(): expected {what} to have one or fewer dimensions but got {what} with {w.dim()} dimensions")
            if what == 'fweights' and w.dtype.is_floating_point:
                raise RuntimeError(f"cov(): expected fweights to have integral dtype but got fweights with {_scalar(w)} dtype")
            if what == 'aweights' and not w.dtype.is_floating_point:
                raise RuntimeError(f"cov(): expected aweights to have floating point dtype but got aweights with {_scalar(w)} dtype")
            if w.numel() != x.shape[1]:
                raise RuntimeError(f"cov(): expected {what} to have the same numel as there are observations in the input but got {w.numel()} != {x.shape[1]}")
            if w.numel() and w.min() < 0:
                raise RuntimeError(f"cov(): {what} cannot be negative")
        if not x.dtype.is_floating_point:
            x = x.to(torch.get_default_dtype()) if x.shape[1] else x.to(torch.get_default_dtype())
        weights = None
        if fweights is not None:
            weights = fweights.reshape(-1)
        if aweights is not None:
            weights = aweights.reshape(-1) if weights is None else weights * aweights.reshape(-1)
        if weights is None:
            total = float(x.shape[1])
            mean = x.sum(1, keepdim=True) / total if total else x.sum(1, keepdim=True) * math.nan
            norm = total - correction
        else:
            total = weights.sum()
            mean = (x * weights).sum(1, keepdim=True) / total
            if aweights is None or correction == 0:
                norm = float(total) - correction
            else:
                both = (weights * aweights.reshape(-1)).sum()
                norm = float(total - correction * both / total)
        centred = x - mean
        scaled = centred if weights is None else centred * weights
        c = centred @ scaled.t() / max(norm, 0.0)
        return c.squeeze()

    def corrcoef(input):
        if input.dim() > 2:
            raise RuntimeError(f"corrcoef(): expected input to have two or fewer dimensions but got an input with {input.dim()} dimensions")
        c = torch.cov(input)
        if c.dim() == 0:
            return c / c
        d = c.diag().sqrt()
        return (c / d.view(-1, 1) / d.view(1, -1)).clamp(-1, 1)

    def quantile(input, q, dim, keepdim, interpolation, out):
        return _quantile(input, q, dim, keepdim, interpolation, False)

    def nanquantile(input, q, dim, keepdim, interpolation, out):
        return _quantile(input, q, dim, keepdim, interpolation, True)

    def _quantile(input, q, dim, keepdim, interpolation, skips):
        if interpolation not in ('linear', 'lower', 'higher', 'midpoint', 'nearest'):
            raise RuntimeError(f"quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {interpolation}")
        if input.numel() == 0 and dim is None:
            raise RuntimeError("quantile() input tensor must be non-empty")
        if input.dtype not in (torch.float32, torch.float64):
            raise RuntimeError("quantile() input tensor must be either float or double dtype")
        if isinstance(q, torch.Tensor):
            if q.dim() > 1:
                raise RuntimeError(f"quantile() q must be a scalar or 1D tensor")
            if q.dtype != input.dtype:
                raise RuntimeError("quantile() q tensor must be same dtype as the input tensor")
            shares = q.reshape(-1).tolist()
        else:
            if not 0 <= q <= 1:
                raise RuntimeError(f"quantile() q must be in the range [0, 1] but got {q:g}")
            shares = [float(q)]
        if not all(0 <= s <= 1 for s in shares):
            raise RuntimeError("quantile() q values must be in the range [0, 1]")
        x, where = (input.reshape(-1), 0) if dim is None else (input, dim)
        if x.dim() == 0:
            x = x.reshape(1)
        x = x.movedim(where, -1)
        order = x.sort(-1).values
        lost = x.isnan()
        counts = (~lost).sum(-1) if skips else torch.full(x.shape[:-1], x.shape[-1])
        results = []
        for share in shares:
            rank = (share * (counts.to(x.dtype) - 1)).clamp_min(0)
            if interpolation == 'lower':
                rank = rank.floor()
            elif interpolation == 'higher':
                rank = rank.ceil()
            elif interpolation == 'nearest':
                rank = rank.round()
            below = rank.long()
            low = order.gather(-1, below.unsqueeze(-1)).squeeze(-1)
            high = order.gather(-1, rank.ceil().long().unsqueeze(-1)).squeeze(-1)
            part = torch.full_like(rank, 0.5) if interpolation == 'midpoint' else rank - below
            r = torch.lerp(low, high, part)
            if not skips:
                r = r.masked_fill(lost.any(-1), math.nan)
            if keepdim:
                r = r.reshape([1] * input.dim()) if dim is None else r.unsqueeze(where)
            results.append(r)
        if isinstance(q, torch.Tensor) and q.dim() == 1:
            return torch.stack(results)
        return results[0]

    def searchsorted(sorted_sequence, input, out_int32, right, side, sorter, out):
        if side is not None and side not in ('left', 'right'):
            raise RuntimeError(f"torch.searchsorted(): side can only be 'left' or 'right' but got {side}")
        if side == 'left' and right:
            raise RuntimeError("torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True")
        if side == 'right':
            right = True
        seq = sorted_sequence if sorter is None else sorted_sequence.gather(-1, sorter)
        x = input if isinstance(input, torch.Tensor) else torch.tensor(input)
        if seq.dim() != 1 and (seq.dim() != x.dim() or seq.shape[:-1] != x.shape[:-1]):
            raise RuntimeError(f"torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor {list(seq.shape)} and input value tensor {list(x.shape)}")
        rows = seq if seq.dim() == 1 else seq.unsqueeze(-2)
        values = x.unsqueeze(-1)
        passed = (rows <= values) if right else (rows < values)
        if x.dtype.is_floating_point:
            passed = passed | values.isnan()
        count = passed.sum(-1)
        return count.int() if out_int32 else count

    def bucketize(input, boundaries, out_int32, right, out):
        if boundaries.dim() != 1:
            raise RuntimeError(f"bucketize(): boundaries tensor must be 1 dimension, but got dim({boundaries.dim()})")
        return searchsorted(boundaries, input, out_int32, right, None, None, None)

    def _grouped(x, order, rows, inverse, counts, dim):
        firsts, numbers, found = [], [0] * len(rows), []
        for i in order:
            if not firsts or rows[i] != rows[firsts[-1]]:
                firsts.append(i)
                found.append(0)
            numbers[i] = len(firsts) - 1
            found[-1] += 1
        values = x.index_select(dim, torch.tensor(firsts, dtype=torch.long))
        results = (values,)
        if inverse:
            results = results + (torch.tensor(numbers, dtype=torch.long),)
        if counts:
            results = results + (torch.tensor(found, dtype=torch.long),)
        return results if len(results) > 1 else values

    def unique_along(x, inverse, counts, dim):
        rows = [r.reshape(-1).tolist() for r in x.unbind(dim)]
        return _grouped(x, sorted(range(len(rows)), key=lambda i: rows[i]), rows, inverse, counts, dim)

    def runs_along(x, inverse, counts, dim):
        rows = [r.reshape(-1).tolist() for r in x.unbind(dim)]
        return _grouped(x, range(len(rows)), rows, inverse, counts, dim)

    def histc(input, bins, min, max, out):
        if bins <= 0:
            raise RuntimeError("bins must be > 0")
        if not input.is_floating_point():
            raise NotImplementedError(f"\"histogram_cpu\" not implemented for '{input.type()[6:-6]}'")
        x = input.reshape(-1)
        low, high = float(min), float(max)
        if low == high and x.numel() > 0:
            low, high = float(x.min()), float(x.max())
        if low == high:
            low, high = low - 1, high + 1
        if not (math.isfinite(low) and math.isfinite(high)):
            raise RuntimeError(f"range of [{low:g}, {high:g}] is not finite")
        if low > high:
            raise RuntimeError("max must be larger than min")
        inside = x[(x >= low) & (x <= high)]
        place = ((inside - low) * bins / (high - low)).floor().long().clamp(0, bins - 1)
        return torch.zeros(bins, dtype=input.dtype).scatter_add(0, place, torch.ones_like(inside))
    """#
      + parts)
}
