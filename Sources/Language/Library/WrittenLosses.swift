/// Losses of `F` that are put together from other functions.
enum WrittenLosses {
  private static let ends = "size_average=None, reduce=None, reduction='mean'"

  static let all: [TorchFunction] = [
    loss(
      "cosine_embedding_loss", "input1, input2, target, margin=0.0, \(ends)",
      "1 - cos for pairs that belong together, cos above the margin for those that do not."),
    loss(
      "multi_margin_loss", "input, target, p=1, margin=1.0, weight=None, \(ends)",
      "How far other classes come within the margin of the right one."),
    loss(
      "multilabel_margin_loss", "input, target, \(ends)",
      "How far wrong labels come within 1 of right ones."),
    loss(
      "multilabel_soft_margin_loss", "input, target, weight=None, \(ends)",
      "Binary cross-entropy of every label, averaged over the labels."),
    loss(
      "triplet_margin_loss",
      "anchor, positive, negative, margin=1.0, p=2.0, eps=1e-06, swap=False, \(ends)",
      "How far the negative comes within the margin of the positive."),
    loss(
      "triplet_margin_with_distance_loss",
      "anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False, reduction='mean'",
      "The triplet loss with a distance of one's own."),
    loss(
      "linear_cross_entropy",
      "input, linear_weight, target, *, linear_bias=None, weight=None, reduction='mean', ignore_index=None, label_smoothing=0.0, options=None",
      "The cross-entropy of the scores that a linear layer gives."),
  ]

  private static func loss(_ name: String, _ signature: String, _ summary: String) -> TorchFunction
  {
    TorchFunction(name, signature, summary, in: .functional, written: source)
  }

  private static let source = WrittenModule(
    "losses",
    #"""
    def _reduction(size_average, reduce, reduction):
        if size_average is not None or reduce is not None:
            if reduce is False:
                return 'none'
            return 'mean' if size_average is None or size_average else 'sum'
        if reduction not in ('none', 'mean', 'sum'):
            raise ValueError(f"{reduction} is not a valid value for reduction")
        return reduction

    def _reduced(x, reduction):
        return x.mean() if reduction == 'mean' else x.sum() if reduction == 'sum' else x

    def cosine_embedding_loss(input1, input2, target, margin, size_average, reduce, reduction):
        reduction = _reduction(size_average, reduce, reduction)
        if not (target.dim() == 1 or target.dim() == 0):
            raise RuntimeError(f"0D or 1D target tensor expected, multi-target not supported")
        if target.dim() == 1 and input1.dim() != 2:
            raise RuntimeError("1D target tensor expects 2D input tensors, but found inputs with sizes " + str(list(input1.shape)) + " and " + str(list(input2.shape)) + ".")
        if target.dim() == 0 and input1.dim() != 1:
            raise RuntimeError("0D target tensor expects 1D input tensors, but found inputs with sizes " + str(list(input1.shape)) + " and " + str(list(input2.shape)) + ".")
        dim = target.dim()
        products = (input1 * input2).sum(dim)
        lengths = ((input1 * input1).sum(dim) + 1e-12) * ((input2 * input2).sum(dim) + 1e-12)
        cos = products / lengths.sqrt()
        zeros = torch.zeros_like(cos)
        near = torch.where(target == 1, 1 - cos, zeros)
        far = torch.where(target == -1, (cos - margin).clamp_min(0), zeros)
        return _reduced(near + far, reduction)

    def multi_margin_loss(input, target, p, margin, weight, size_average, reduce, reduction):
        reduction = _reduction(size_average, reduce, reduction)
        if p != 1 and p != 2:
            raise ValueError('only p == 1 and p == 2 supported')
        if weight is not None and weight.dim() != 1:
            raise ValueError('weight must be one-dimensional')
        if not input.dtype.is_floating_point or input.dtype in (torch.float16, torch.bfloat16):
            raise NotImplementedError(f"\"multi_margin_loss_cpu_kernel\" not implemented for '{_scalar(input)}'")
        whole = input.dim() < 2
        x = input.reshape(1, -1) if whole else input
        y = target.reshape(-1)
        if input.dim() > 2 or x.shape[-1] == 0:
            raise RuntimeError(f"Expected non-empty vector or matrix with optional 0-dim batch size, but got: {list(input.shape)}")
        if target.dim() > 1 or y.numel() != x.shape[0]:
            raise RuntimeError(f"inconsistent target size, expected {x.shape[0]} but got {list(target.shape)}")
        for t in y.tolist():
            if t < 0 or t >= x.shape[1]:
                raise IndexError("target out of range")
        right = x.gather(1, y.unsqueeze(1))
        z = (margin - right + x).clamp_min(0)
        if p == 2:
            z = z * z
        if weight is not None:
            z = z * weight[y].unsqueeze(1)
        own = torch.zeros_like(x).scatter(1, y.unsqueeze(1), 1.0).bool()
        per = z.masked_fill(own, 0.0).sum(1) / x.shape[1]
        if whole and target.dim() == 0:
            per = per[0]
        return _grad_fn(_reduced(per, reduction) * 1, 'MultiMarginLossBackward0')

    def _scalar(x):
        return {torch.float16: 'Half', torch.bfloat16: 'BFloat16', torch.int64: 'Long', torch.int32: 'Int', torch.bool: 'Bool'}.get(x.dtype, 'Byte')

    def multilabel_margin_loss(input, target, size_average, reduce, reduction):
        reduction = _reduction(size_average, reduce, reduction)
        if input.dtype in (torch.float16, torch.bfloat16):
            raise NotImplementedError(f"\"multilabel_margin_loss_forward_out_frame\" not implemented for '{_scalar(input)}'")
        if input.dim() > 2:
            raise RuntimeError(f"Expected non-empty vector or matrix with optional 0-dim batch size, but got: {list(input.shape)}")
        if target.shape != input.shape and input.dim() > 0:
            raise RuntimeError(f"inconsistent target size: {list(target.shape)} for input of size: {list(input.shape)}")
        whole = input.dim() < 2
        x = input.reshape(1, -1) if whole else input
        y = target.reshape(x.shape)
        rows = []
        for i in range(x.shape[0]):
            labels = []
            for t in y[i].tolist():
                if t < 0:
                    break
                labels.append(t)
            others = [j for j in range(x.shape[1]) if j not in labels]
            total = x[i].sum() * 0
            if labels and others:
                total = (1 - x[i][labels].unsqueeze(1) + x[i][others].unsqueeze(0)).clamp_min(0).sum()
            rows.append(total / x.shape[1])
        per = torch.stack(rows) if rows else input.new_zeros(0)
        if whole:
            per = per[0]
        return _grad_fn(_reduced(per, reduction) * 1, 'MultilabelMarginLossBackward0')

    def multilabel_soft_margin_loss(input, target, weight, size_average, reduce, reduction):
        reduction = _reduction(size_average, reduce, reduction)
        loss = -(target * F.logsigmoid(input) + (1 - target) * F.logsigmoid(-input))
        if weight is not None:
            loss = loss * weight
        dim = input.dim() - 1
        return _reduced(loss.sum(dim) / input.size(dim), reduction)

    def triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, size_average, reduce, reduction):
        reduction = _reduction(size_average, reduce, reduction)
        if margin <= 0:
            raise ValueError(f"margin must be greater than 0, got {margin}")
        dims = (anchor.dim(), positive.dim(), negative.dim())
        if not dims[0] == dims[1] == dims[2]:
            raise RuntimeError(f"The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor {dims[0]}D, positive {dims[1]}D, and negative {dims[2]}D inputs")
        near = F.pairwise_distance(anchor, positive, p, eps)
        far = F.pairwise_distance(anchor, negative, p, eps)
        if swap:
            far = torch.minimum(far, F.pairwise_distance(positive, negative, p, eps))
        return _reduced((margin + near - far).clamp_min(0), reduction)

    def triplet_margin_with_distance_loss(anchor, positive, negative, distance_function, margin, swap, reduction):
        if reduction not in ('none', 'mean', 'sum'):
            raise ValueError(f"{reduction} is not a valid value for reduction")
        if margin <= 0:
            raise ValueError(f"margin must be greater than 0, got {margin}")
        dims = (anchor.dim(), positive.dim(), negative.dim())
        if not dims[0] == dims[1] == dims[2]:
            raise RuntimeError(f"The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor {dims[0]}D, positive {dims[1]}D, and negative {dims[2]}D inputs")
        distance = distance_function or F.pairwise_distance
        near, far = distance(anchor, positive), distance(anchor, negative)
        if swap:
            far = torch.minimum(far, distance(positive, negative))
        return _reduced((margin + near - far).clamp_min(0), reduction)

    def linear_cross_entropy(input, linear_weight, target, linear_bias, weight, reduction, ignore_index, label_smoothing, options):
        if ignore_index is None:
            ignore_index = -100
        flat = linear_weight.reshape(-1, linear_weight.shape[-1])
        scores = F.linear(input, flat, None if linear_bias is None else linear_bias.reshape(-1))
        if linear_weight.dim() > 2:
            scores = scores.unflatten(-1, linear_weight.shape[:-1])
        return F.cross_entropy(scores, target, weight=weight, ignore_index=ignore_index, reduction=reduction, label_smoothing=label_smoothing)
    """#)
}
