/// `torch.masked`: reductions and normalizations of the elements that a mask keeps.
enum WrittenMasked {
  static let module = NativeModule(
    "torch.masked", "Functions of the elements that a mask keeps.", functions: functions)

  private static let functions: [Builtin] = [
    reduction("sum", "The sum"), reduction("prod", "The product"),
    reduction("amax", "The largest"), reduction("amin", "The smallest"),
    reduction("mean", "The mean"),
    reduction("argmax", "The place of the largest"),
    reduction("argmin", "The place of the smallest"),
    reduction("logsumexp", "The logarithm of the sum of exp"),
    reduction("median", "The median", "input, dim=-1"),
    reduction("norm", "The p-norm", "input, ord=2.0, dim=None"),
    reduction("var", "The variance", "input, dim=None, unbiased=None, *, correction=None"),
    reduction(
      "std", "The standard deviation", "input, dim=None, unbiased=None, *, correction=None"),
    along("softmax", "Softmax"), along("log_softmax", "The logarithm of softmax"),
    along("softmin", "Softmax of the negatives"), along("cumsum", "Each sum so far"),
    along("cumprod", "Each product so far"),
    along("normalize", "The elements over their p-norm", "input, ord, dim, *, eps=1e-12"),
    Builtin(
      "logaddexp", "input, other, *, dtype=None, input_mask=None, other_mask=None",
      "The logarithm of the sum of two exp, of what the masks keep.", in: source,
      as: "masked_logaddexp"),
  ]

  private static func reduction(
    _ name: String, _ what: String, _ start: String = "input, dim=None"
  ) -> Builtin {
    let star = start.contains("*") ? "" : ", *"
    return Builtin(
      name, "\(start)\(star), keepdim=False, dtype=None, mask=None",
      "\(what) of the elements that the mask keeps.", in: source, as: "masked_" + name)
  }

  private static func along(
    _ name: String, _ what: String, _ start: String = "input, dim, *"
  ) -> Builtin {
    Builtin(
      name, "\(start), dtype=None, mask=None", "\(what), over the elements that the mask keeps.",
      in: source, as: "masked_" + name)
  }

  private static let source = WrittenModule(
    "masked",
    #"""
    def dims_of(dim, n):
        if dim is None or dim == ():
            return list(range(max(n, 1)))
        found = []
        for d in dim if isinstance(dim, (tuple, list)) else (dim,):
            if d in found:
                raise RuntimeError(f'dim={d} appears multiple times in the list of dims')
            if d >= max(n, 1) or d < -max(n, 1):
                raise IndexError(f'Dimension out of range (expected to be in range of [{-max(n, 1)}, {max(n, 1) - 1}], but got {d})')
            found.append(d % max(n, 1))
        return sorted(found)

    def kept(x, mask):
        if mask.dim() > x.dim():
            raise IndexError('_input_mask expected broadcastable mask (got mask dimensionality higher than of the input)')
        return torch.broadcast_to(mask, x.shape).to(torch.bool)

    def filled(x, mask, identity):
        if mask is None:
            return x
        return torch.where(kept(x, mask), x, torch.tensor(identity, dtype=x.dtype))

    def lowest(x):
        if x.dtype == torch.bool:
            raise TypeError('torch.bool is not supported by torch.iinfo')
        return -math.inf if x.is_floating_point() else torch.iinfo(x.dtype).min

    def highest(x):
        if x.dtype == torch.bool:
            raise TypeError('torch.bool is not supported by torch.iinfo')
        return math.inf if x.is_floating_point() else torch.iinfo(x.dtype).max

    def whole(x, dtype):
        return dtype or (x.dtype if x.is_floating_point() else torch.int64)

    def masked_sum(input, dim, keepdim, dtype, mask):
        return torch.sum(filled(input, mask, 0), dims_of(dim, input.dim()), bool(keepdim), dtype=whole(input, dtype))

    def masked_prod(input, dim, keepdim, dtype, mask):
        dims = dims_of(dim, input.dim())
        x = filled(input, mask, 1).to(dtype=whole(input, dtype))
        for d in reversed(dims):
            x = x.prod(dim=d, keepdim=bool(keepdim))
        return x

    def masked_cumsum(input, dim, dtype, mask):
        dtype = dtype or input.dtype
        return torch.cumsum(filled(input, mask, 0), dims_of(dim, input.dim())[0], dtype=dtype).to(dtype=dtype)

    def masked_cumprod(input, dim, dtype, mask):
        dtype = dtype or input.dtype
        return torch.cumprod(filled(input, mask, 1), dims_of(dim, input.dim())[0], dtype=dtype).to(dtype=dtype)

    def masked_amax(input, dim, keepdim, dtype, mask):
        x = filled(input, mask, mask is not None and lowest(input))
        return torch.amax(x, dims_of(dim, input.dim()), bool(keepdim)).to(dtype=dtype or input.dtype)

    def masked_amin(input, dim, keepdim, dtype, mask):
        x = filled(input, mask, mask is not None and highest(input))
        return torch.amin(x, dims_of(dim, input.dim()), bool(keepdim)).to(dtype=dtype or input.dtype)

    def masked_argmax(input, dim, keepdim, dtype, mask):
        x = filled(input, mask, mask is not None and lowest(input))
        return torch.argmax(x, dim, bool(keepdim)).to(dtype=dtype or input.dtype)

    def masked_argmin(input, dim, keepdim, dtype, mask):
        x = filled(input, mask, mask is not None and highest(input))
        return torch.argmin(x, dim, bool(keepdim)).to(dtype=dtype or input.dtype)

    def counts(input, dim, keepdim, mask):
        if mask is None:
            mask = torch.ones(input.shape, dtype=torch.bool)
        return kept(input, mask).sum(dim=dims_of(dim, input.dim()), keepdim=bool(keepdim))

    def masked_mean(input, dim, keepdim, dtype, mask):
        kind = dtype or input.dtype
        if not kind.is_floating_point:
            source = 'Input' if dtype is None else 'Optional'
            raise ValueError(f'mean(): Could not infer output dtype. {source} dtype must be either a floating point or complex dtype. Got: {kind}')
        return masked_sum(input, dim, keepdim, kind, mask) / counts(input, dim, keepdim, mask)

    def masked_median(input, dim, keepdim, dtype, mask):
        x = input if input.is_floating_point() else input.to(torch.float)
        found = torch.nanmedian(filled(x, mask, math.nan), dims_of(dim, input.dim())[0], keepdim).values
        if input.is_floating_point():
            return found
        if torch.isnan(found).any():
            raise ValueError('masked median expects no fully masked out rows if dtype is not floating point')
        return found.to(dtype=dtype or input.dtype)

    def masked_logsumexp(input, dim, keepdim, dtype, mask):
        x = filled(input, mask, mask is not None and lowest(input))
        return torch.logsumexp(x, dims_of(dim, input.dim()), keepdim=keepdim).to(dtype=dtype or input.dtype)

    def masked_logaddexp(input, other, dtype, input_mask, other_mask):
        a = filled(input, input_mask, -math.inf)
        return torch.logaddexp(a, filled(other, other_mask, -math.inf)).to(dtype=dtype or input.dtype)

    def masked_norm(input, ord, dim, keepdim, dtype, mask):
        x = filled(input, mask, math.inf if ord == -math.inf else 0)
        return torch.linalg.vector_norm(x, ord, dims_of(dim, input.dim()), bool(keepdim), dtype=dtype or input.dtype)

    def masked_var(input, dim, unbiased, correction, keepdim, dtype, mask):
        if unbiased is not None and correction is not None:
            raise AssertionError('Only one of unbiased and correction may be given')
        if correction is None:
            correction = 1.0 if unbiased is None or unbiased else 0.0
        dtype = dtype or (input.dtype if input.is_floating_point() else torch.float32)
        kind = dtype if dtype.is_floating_point else torch.float32
        n = counts(input, dim, True, mask)
        x = input - masked_sum(input, dim, True, dtype, mask) / n
        total = masked_sum(x * x, dim, keepdim, kind, mask)
        n = n.reshape(total.shape)
        if correction != 0:
            n = torch.maximum(n.to(kind) - correction, torch.zeros((), dtype=kind))
        return (total / n).to(dtype=dtype)

    def masked_std(input, dim, unbiased, correction, keepdim, dtype, mask):
        return torch.sqrt(masked_var(input, dim, unbiased, correction, keepdim, dtype, mask))

    def masked_softmax(input, dim, dtype, mask):
        x = filled(input, mask, mask is not None and lowest(input))
        return F.softmax(x, dims_of(dim, input.dim())[0], dtype=dtype or input.dtype)

    def masked_log_softmax(input, dim, dtype, mask):
        x = filled(input, mask, mask is not None and lowest(input))
        return F.log_softmax(x, dims_of(dim, input.dim())[0], dtype=dtype or input.dtype)

    def masked_softmin(input, dim, dtype, mask):
        x = filled(input, mask, mask is not None and highest(input))
        return F.softmin(x, dims_of(dim, input.dim())[0], dtype=dtype or input.dtype)

    def masked_normalize(input, ord, dim, eps, dtype, mask):
        size = masked_norm(input, ord, dim, True, dtype, mask)
        return filled(input, mask, 0) / torch.maximum(size, torch.full((), eps, dtype=size.dtype))
    """#)
}
