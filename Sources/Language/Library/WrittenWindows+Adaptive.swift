extension WrittenWindows {
  /// The second half of the text: windows that fill a shape, other sizes, norms over channels.
  static let adaptive = #"""


    def _bins(length, count):
        return [(i * length // count, -((-(i + 1) * length) // count)) for i in range(count)]

    def _adaptive_sizes(x, output_size, n, name):
        if x.dim() not in (n + 1, n + 2):
            raise RuntimeError(f"{name}(): Expected {n + 1}D or {n + 2}D tensor, but got {list(x.shape)}")
        own = list(x.shape[x.dim() - n:])
        sizes = list(_many(output_size, n))
        if len(sizes) != n:
            raise RuntimeError(f"{name}: output_size must be {n}")
        return [o if s is None else s for s, o in zip(sizes, own)]

    def _adaptive_avg(x, output_size, n):
        sizes = _adaptive_sizes(x, output_size, n, f'adaptive_avg_pool{n}d')
        y = x
        for d in range(n):
            at = x.dim() - n + d
            y = torch.stack([y.narrow(at, a, b - a).mean(at) for a, b in _bins(x.shape[at], sizes[d])], at)
        names = {1: 'SqueezeBackward1', 2: 'MeanBackward1' if sizes == [1, 1] else 'AdaptiveAvgPool2DBackward0', 3: 'AdaptiveAvgPool3DBackward0'}
        return _grad_fn(y, names[n])

    def adaptive_avg_pool1d(input, output_size):
        return _adaptive_avg(input, output_size, 1)
    def adaptive_avg_pool2d(input, output_size):
        return _adaptive_avg(input, output_size, 2)
    def adaptive_avg_pool3d(input, output_size):
        return _adaptive_avg(input, output_size, 3)

    def _adaptive_max(x, output_size, return_indices, n):
        sizes = _adaptive_sizes(x, output_size, n, f'adaptive_max_pool{n}d')
        own = list(x.shape[x.dim() - n:])
        numbers = torch.arange(math.prod(own)).reshape(own).expand(x.shape)
        boxes = [[]]
        for d in range(n):
            boxes = [box + [b] for box in boxes for b in _bins(own[d], sizes[d])]
        values, places = [], []
        for box in boxes:
            part, spot = x, numbers
            for d, (a, b) in enumerate(box):
                part = part.narrow(x.dim() - n + d, a, b - a)
                spot = spot.narrow(x.dim() - n + d, a, b - a)
            best = part.flatten(x.dim() - n).max(-1)
            values.append(best.values)
            places.append(spot.flatten(x.dim() - n).gather(-1, best.indices.unsqueeze(-1)).squeeze(-1))
        y = torch.stack(values, -1).unflatten(-1, tuple(sizes))
        y = _grad_fn(y, {1: 'SqueezeBackward1', 2: 'AdaptiveMaxPool2DBackward0', 3: 'AdaptiveMaxPool3DBackward0'}[n])
        return (y, torch.stack(places, -1).unflatten(-1, tuple(sizes))) if return_indices else y

    def adaptive_max_pool1d(input, output_size, return_indices):
        return _adaptive_max(input, output_size, return_indices, 1)
    def adaptive_max_pool2d(input, output_size, return_indices):
        return _adaptive_max(input, output_size, return_indices, 2)
    def adaptive_max_pool3d(input, output_size, return_indices):
        return _adaptive_max(input, output_size, return_indices, 3)

    def unfold(input, kernel_size, dilation, padding, stride):
        x, single = (input.unsqueeze(0), True) if input.dim() == 3 else (input, False)
        if x.dim() != 4:
            raise RuntimeError(f"Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: {list(input.shape)}")
        kernel, stride, dilation, padding = _many(kernel_size, 2), _many(stride, 2), _many(dilation, 2), _many(padding, 2)
        counts = [_out(l, k, s, p, d, False) for l, k, s, p, d in zip(x.shape[2:], kernel, stride, padding, dilation)]
        cols = _windows(_padded(x, padding), kernel, stride, dilation, counts)
        y = cols.permute(0, 1, 3, 5, 2, 4).flatten(1, 3).flatten(2, 3)
        y = _grad_fn(y, 'Im2ColBackward0')
        return y.squeeze(0) if single else y

    def _sources(length, count, scale, aligned, n):
        if aligned:
            return [i * (length - 1) / (count - 1) if count > 1 else 0.0 for i in range(count)]
        ratio = 1 / scale if scale else length / count
        return [max(0.0, (i + 0.5) * ratio - 0.5) for i in range(count)]

    def interpolate(input, size, scale_factor, mode, align_corners, recompute_scale_factor, antialias):
        n = input.dim() - 2
        if n not in (1, 2, 3) and (size is None) != (scale_factor is None):
            raise NotImplementedError(f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {n + 2}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got {mode})")
        if (size is None) == (scale_factor is None):
            raise ValueError("either size or scale_factor should be defined" if size is None else "only one of size or scale_factor should be defined")
        if align_corners is not None and mode in ('nearest', 'area', 'nearest-exact'):
            raise ValueError("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear")
        scales = [None] * n
        if size is not None:
            sizes = list(_many(size, n))
        else:
            scales = [float(s) for s in _many(scale_factor, n)]
            sizes = [math.floor(l * s) for l, s in zip(input.shape[2:], scales)]
            if recompute_scale_factor:
                scales = [None] * n
        if mode == 'area':
            return _adaptive_avg(input, sizes, n)
        y = input
        for d in range(n):
            length, count = input.shape[2 + d], sizes[d]
            if mode in ('nearest', 'nearest-exact'):
                shift = 0.5 if mode == 'nearest-exact' else 0.0
                ratio = 1 / scales[d] if scales[d] else length / count
                y = y.index_select(2 + d, torch.tensor([min(length - 1, math.floor((i + shift) * ratio)) for i in range(count)]))
            elif mode in ('linear', 'bilinear', 'trilinear'):
                at = _sources(length, count, scales[d], align_corners, n)
                low = [min(length - 1, math.floor(a)) for a in at]
                high = [min(length - 1, l + 1) for l in low]
                part = torch.tensor([a - l for a, l in zip(at, low)], dtype=input.dtype).reshape([-1] + [1] * (n - 1 - d))
                y = y.index_select(2 + d, torch.tensor(low)) * (1 - part) + y.index_select(2 + d, torch.tensor(high)) * part
            else:
                raise NotImplementedError(f"nabla's interpolate has no mode '{mode}'")
        kind = {'nearest': 'UpsampleNearest', 'nearest-exact': 'UpsampleNearestExact', 'linear': 'UpsampleLinear', 'bilinear': 'UpsampleBilinear', 'trilinear': 'UpsampleTrilinear'}[mode]
        return _grad_fn(y, f'{kind}{n}DBackward0')

    def scaled_dot_product_attention(query, key, value, attn_mask, dropout_p, is_causal, scale, enable_gqa):
        if query.dtype != key.dtype or query.dtype != value.dtype:
            raise RuntimeError("Expected query, key, and value to have the same dtype, but got query.dtype: " + str(query.dtype) + " key.dtype: " + str(key.dtype) + " and value.dtype: " + str(value.dtype) + " instead.")
        if is_causal and attn_mask is not None:
            raise RuntimeError("_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
        if enable_gqa and query.shape[-3] != key.shape[-3]:
            key = key.repeat_interleave(query.shape[-3] // key.shape[-3], -3)
            value = value.repeat_interleave(query.shape[-3] // value.shape[-3], -3)
        factor = 1.0 / math.sqrt(query.shape[-1]) if scale is None else scale
        scores = (query @ key.transpose(-2, -1)) * factor
        if is_causal:
            attn_mask = torch.ones(query.shape[-2], key.shape[-2], dtype=torch.bool).tril()
        if attn_mask is not None:
            scores = scores.masked_fill(~attn_mask, -math.inf) if attn_mask.dtype == torch.bool else scores + attn_mask
        weights = F.softmax(scores, -1)
        if attn_mask is not None:
            weights = torch.where((scores == -math.inf).all(-1, keepdim=True), 0.0, weights)
        if dropout_p:
            weights = F.dropout(weights, dropout_p)
        return _grad_fn(weights @ value, 'ScaledDotProductFlashAttentionForCpuBackward0' if query.dim() == 4 else 'ScaledDotProductAttentionBackward0')

    def pixel_shuffle(input, upscale_factor):
        r = upscale_factor
        if r <= 0:
            raise RuntimeError(f"pixel_shuffle expects a positive upscale_factor, but got {r}")
        if input.dim() < 3:
            raise RuntimeError(f"pixel_shuffle expects input to have at least 3 dimensions, but got input with {input.dim()} dimension(s)")
        c, h, w = input.shape[-3:]
        if c % (r * r):
            raise RuntimeError(f"pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)={c} is not divisible by {r * r}")
        lead = tuple(input.shape[:-3])
        x = input.reshape((-1, c // (r * r), r, r, h, w)) if input.numel() else input
        if not input.numel():
            return input.reshape(lead + (c // (r * r), h * r, w * r))
        return _grad_fn(x.permute(0, 1, 4, 2, 5, 3).reshape(lead + (c // (r * r), h * r, w * r)), 'PixelShuffleBackward0')

    def pixel_unshuffle(input, downscale_factor):
        r = downscale_factor
        if input.dim() < 3:
            raise RuntimeError(f"pixel_unshuffle expects input to have at least 3 dimensions, but got input with {input.dim()} dimension(s)")
        if r <= 0:
            raise RuntimeError(f"pixel_unshuffle expects a positive downscale_factor, but got {r}")
        c, h, w = input.shape[-3:]
        if h % r:
            raise RuntimeError(f"pixel_unshuffle expects height to be divisible by downscale_factor, but input.size(-2)={h} is not divisible by {r}")
        if w % r:
            raise RuntimeError(f"pixel_unshuffle expects width to be divisible by downscale_factor, but input.size(-1)={w} is not divisible by {r}")
        lead = tuple(input.shape[:-3])
        if not input.numel():
            return input.reshape(lead + (c * r * r, h // r, w // r))
        x = input.reshape((-1, c, h // r, r, w // r, r))
        return _grad_fn(x.permute(0, 1, 3, 5, 2, 4).reshape(lead + (c * r * r, h // r, w // r)), 'PixelUnshuffleBackward0')

    def instance_norm(input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps):
        dims = list(range(2, input.dim()))
        if use_input_stats:
            if input.dim() > 2 and math.prod(input.shape[2:]) == 1:
                raise ValueError(f"Expected more than 1 spatial element when training, got input size {input.size()}")
            mean, var = input.mean(dims, keepdim=True), input.var(dims, unbiased=False, keepdim=True)
            if running_mean is not None:
                with torch.no_grad():
                    running_mean.mul_(1 - momentum).add_(momentum * mean.reshape(input.shape[0], -1).mean(0))
                    running_var.mul_(1 - momentum).add_(momentum * input.var(dims).mean(0))
        else:
            shape = [1, -1] + [1] * len(dims)
            mean, var = running_mean.reshape(shape), running_var.reshape(shape)
        y = (input - mean) / (var + eps).sqrt()
        shape = [1, -1] + [1] * len(dims)
        if weight is not None:
            y = y * weight.reshape(shape)
        if bias is not None:
            y = y + bias.reshape(shape)
        return _grad_fn(y, 'ViewBackward0')

    def local_response_norm(input, size, alpha, beta, k):
        if input.dim() < 3:
            raise ValueError(f"Expected 3D or higher dimensionality                          input (got {input.dim()} dimensions)")
        if input.numel() == 0:
            return input
        squares = (input * input).movedim(1, -1)
        c = input.shape[1]
        padded = F.pad(squares, (size // 2, (size - 1) // 2))
        total = padded[..., 0:c]
        for i in range(1, size):
            total = total + padded[..., i:i + c]
        return input / (k + alpha * total / size).movedim(-1, 1) ** beta

    def embedding_bag(input, weight, offsets, max_norm, norm_type, scale_grad_by_freq, mode, sparse, per_sample_weights, include_last_offset, padding_idx):
        if input.dtype.is_floating_point and not weight.dtype.is_floating_point:
            input, weight = weight, input
        if input.dim() == 2:
            if offsets is not None:
                raise ValueError("if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, found offsets of type <class 'torch.Tensor'>")
            starts = list(range(0, input.numel() + 1, input.shape[1])) if input.shape[1] else [0] * (input.shape[0] + 1)
            flat = input.reshape(-1)
            factors = None if per_sample_weights is None else per_sample_weights.reshape(-1)
        elif input.dim() == 1:
            if offsets is None:
                raise ValueError("offsets has to be a 1D Tensor but got None")
            if offsets.dim() != 1:
                raise ValueError("offsets has to be a 1D Tensor")
            starts = offsets.tolist() + ([] if include_last_offset else [input.numel()])
            flat, factors = input, per_sample_weights
        else:
            raise ValueError(f"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}")
        if mode not in ('sum', 'mean', 'max'):
            raise ValueError("mode has to be one of sum, mean or max")
        if per_sample_weights is not None and mode != 'sum':
            raise NotImplementedError(f"embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='{mode}'). Please open a feature request on GitHub.")
        rows = []
        for a, b in zip(starts, starts[1:]):
            at = flat[a:b]
            keep = at != padding_idx if padding_idx is not None else torch.ones(b - a, dtype=torch.bool)
            part = weight[at[keep]]
            if factors is not None:
                part = part * factors[a:b][keep].unsqueeze(1)
            if part.shape[0] == 0:
                rows.append(torch.zeros(weight.shape[1], dtype=weight.dtype))
            else:
                rows.append(part.sum(0) if mode == 'sum' else part.mean(0) if mode == 'mean' else part.max(0).values)
        y = torch.stack(rows) if rows else torch.zeros(0, weight.shape[1], dtype=weight.dtype)
        return _grad_fn(y, 'EmbeddingBagBackward0')
    """#
}
