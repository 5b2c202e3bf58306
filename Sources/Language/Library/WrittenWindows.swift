/// Functions of `F` that look at an image or a sequence window by window.
enum WrittenWindows {
  static let all: [TorchFunction] =
    [1, 2, 3].flatMap { n -> [TorchFunction] in
      [
        function(
          "conv\(n)d", "input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1",
          "Weighted sums over every window.", in: [.functional, .torch]),
        function(
          "conv_transpose\(n)d",
          "input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1",
          "Spreads every value over a window.", in: [.functional, .torch]),
        function(
          "max_pool\(n)d",
          "input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False",
          "The largest value of every window."),
        function(
          "avg_pool\(n)d",
          "input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True"
            + (n > 1 ? ", divisor_override=None" : ""), "The mean of every window."),
        function(
          "adaptive_avg_pool\(n)d", "input, output_size", "Means over windows that fill the shape."),
        function(
          "adaptive_max_pool\(n)d", "input, output_size, return_indices=False",
          "Maxima over windows that fill the shape."),
      ]
    } + [
      function(
        "unfold", "input, kernel_size, dilation=1, padding=0, stride=1", "Every window as a column."
      ),
      function(
        "interpolate",
        "input, size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None, antialias=False",
        "An image or a sequence in another size."),
      function(
        "scaled_dot_product_attention",
        "query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False",
        "Means of values, weighed by how queries go with keys."),
      function("pixel_shuffle", "input, upscale_factor", "Channels become pixels."),
      function("pixel_unshuffle", "input, downscale_factor", "Pixels become channels."),
      function(
        "instance_norm",
        "input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-05",
        "Each channel of each sample with mean 0 and variance 1."),
      function(
        "local_response_norm", "input, size, alpha=0.0001, beta=0.75, k=1.0",
        "Each value divided by a power of its neighbours."),
      function(
        "embedding_bag",
        "input, weight, offsets=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, mode='mean', sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None",
        "Sums or means of rows of a table."),
    ]

  private static func function(
    _ name: String, _ signature: String, _ summary: String,
    in places: TorchFunction.Place = .functional
  ) -> TorchFunction {
    TorchFunction(name, signature, summary, in: places, written: source)
  }

  static let source = WrittenModule(
    "windows",
    #"""
    def _many(value, n):
        if isinstance(value, (list, tuple)):
            return tuple(value) * n if len(value) == 1 else tuple(value)
        return (value,) * n

    def _batched(x, n, name):
        if x.dim() == n + 1:
            return x.unsqueeze(0), True
        if x.dim() != n + 2:
            raise RuntimeError(f"Expected {n + 1}D (unbatched) or {n + 2}D (batched) input to {name}, but got input of size: {list(x.shape)}")
        return x, False

    def _out(length, k, s, p, d, ceil_mode):
        top = length + 2 * p - d * (k - 1) - 1
        n = (top + (s - 1 if ceil_mode else 0)) // s + 1
        if ceil_mode and (n - 1) * s >= length + p:
            n = n - 1
        return n

    def _windows(x, kernel, stride, dilation, counts):
        n = len(kernel)
        for d in range(n):
            at = 2 + 2 * d
            places = (torch.arange(counts[d]) * stride[d]).unsqueeze(1) + torch.arange(kernel[d]) * dilation[d]
            x = x.index_select(at, places.reshape(-1)).unflatten(at, (counts[d], kernel[d]))
        return x

    def _padded(x, padding, value=0.0, extra=None):
        amounts = []
        for d in reversed(range(len(padding))):
            amounts = amounts + [padding[d], padding[d] + (extra[d] if extra else 0)]
        return F.pad(x, amounts, value=value) if any(amounts) else x

    def _conv(input, weight, bias, stride, padding, dilation, groups, n):
        x, single = _batched(input, n, f'conv{n}d')
        stride, dilation = _many(stride, n), _many(dilation, n)
        kernel = tuple(weight.shape[2:])
        if padding == 'valid':
            padding = 0
        if padding == 'same':
            if any(s != 1 for s in stride):
                raise RuntimeError("padding='same' is not supported for strided convolutions")
            total = [d * (k - 1) for d, k in zip(dilation, kernel)]
            padding, extra = tuple(t // 2 for t in total), [t % 2 for t in total]
        else:
            padding, extra = _many(padding, n), None
        if any(p < 0 for p in padding):
            raise RuntimeError("negative padding is not supported")
        if any(s <= 0 for s in stride):
            raise RuntimeError("non-positive stride is not supported")
        if weight.dim() != n + 2:
            raise RuntimeError(f"weight should have at least three dimensions" if weight.dim() < 3 else f"expected stride to be a single integer value or a list of {weight.dim() - 2} values to match the convolution dimensions, but got stride={list(stride)}")
        if x.shape[1] != weight.shape[1] * groups:
            raise RuntimeError(f"Given groups={groups}, weight of size {list(weight.shape)}, expected input{list(input.shape) if not single else list(x.shape)} to have {weight.shape[1] * groups} channels, but got {x.shape[1]} channels instead")
        if weight.shape[0] % groups:
            raise RuntimeError(f"Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size {list(weight.shape)} instead")
        if bias is not None and (bias.dim() != 1 or bias.shape[0] != weight.shape[0]):
            raise RuntimeError(f"Given weight of size {list(weight.shape)}, expected bias to be 1-dimensional with {weight.shape[0]} elements, but got bias of size {list(bias.shape)} instead")
        if x.dtype != weight.dtype:
            raise RuntimeError(f"expected scalar type {_name(x)} but found {_name(weight)}")
        x = _padded(x, padding, extra=extra)
        sizes = tuple(x.shape[2:])
        spans = [d * (k - 1) + 1 for d, k in zip(dilation, kernel)]
        if any(l < s for l, s in zip(sizes, spans)):
            said = ' x '.join(str(l) for l in sizes)
            raise RuntimeError(f"Calculated padded input size per channel: ({said}). Kernel size: ({' x '.join(str(s) for s in spans)}). Kernel size can't be greater than actual input size")
        counts = [(l - s) // t + 1 for l, s, t in zip(sizes, spans, stride)]
        cols = _windows(x, kernel, stride, dilation, counts)
        spots, taps = 'pqr'[:n], 'uvw'[:n]
        eq = 'nc' + ''.join(a + b for a, b in zip(spots, taps)) + ',dc' + taps + '->nd' + spots
        if groups == 1:
            y = torch.einsum(eq, cols, weight)
        else:
            parts = zip(cols.chunk(groups, 1), weight.chunk(groups, 0))
            y = torch.cat([torch.einsum(eq, a, b) for a, b in parts], 1)
        if bias is not None:
            y = y + bias.reshape([1, -1] + [1] * n)
        y = _grad_fn(y if bias is not None else y * 1, 'ConvolutionBackward0')
        return y.squeeze(0) if single else y

    def _name(x):
        return {torch.float32: 'Float', torch.float64: 'Double', torch.float16: 'Half', torch.bfloat16: 'BFloat16', torch.int64: 'Long'}.get(x.dtype, 'Int')

    def conv1d(input, weight, bias, stride, padding, dilation, groups):
        return _conv(input, weight, bias, stride, padding, dilation, groups, 1)
    def conv2d(input, weight, bias, stride, padding, dilation, groups):
        return _conv(input, weight, bias, stride, padding, dilation, groups, 2)
    def conv3d(input, weight, bias, stride, padding, dilation, groups):
        return _conv(input, weight, bias, stride, padding, dilation, groups, 3)

    def _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, n):
        x, single = _batched(input, n, f'conv_transpose{n}d')
        stride, dilation, padding = _many(stride, n), _many(dilation, n), _many(padding, n)
        output_padding = _many(output_padding, n)
        kernel = tuple(weight.shape[2:])
        if x.shape[1] != weight.shape[0]:
            raise RuntimeError(f"Given transposed=True, weight of size {list(weight.shape)}, expected input{list(x.shape)} to have {weight.shape[0]} channels, but got {x.shape[1]} channels instead")
        spots, taps = 'pqr'[:n], 'uvw'[:n]
        eq = 'nc' + spots + ',cd' + taps + '->nd' + ''.join(a + b for a, b in zip(spots, taps))
        parts = zip(x.chunk(groups, 1), weight.chunk(groups, 0))
        y = torch.cat([torch.einsum(eq, a, b) for a, b in parts], 1)
        for d in range(n):
            length, k = x.shape[2 + d], kernel[d]
            full = (length - 1) * stride[d] + dilation[d] * (k - 1) + 1 + output_padding[d]
            places = (torch.arange(length) * stride[d]).unsqueeze(1) + torch.arange(k) * dilation[d]
            flat = y.flatten(2 + d, 3 + d)
            shape = list(flat.shape)
            shape[2 + d] = full
            y = torch.zeros(shape, dtype=y.dtype).index_add(2 + d, places.reshape(-1), flat)
            y = y.narrow(2 + d, padding[d], full - 2 * padding[d])
        if bias is not None:
            y = y + bias.reshape([1, -1] + [1] * n)
        y = _grad_fn(y if bias is not None else y * 1, 'ConvolutionBackward0')
        return y.squeeze(0) if single else y

    def conv_transpose1d(input, weight, bias, stride, padding, output_padding, groups, dilation):
        return _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, 1)
    def conv_transpose2d(input, weight, bias, stride, padding, output_padding, groups, dilation):
        return _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, 2)
    def conv_transpose3d(input, weight, bias, stride, padding, output_padding, groups, dilation):
        return _transposed(input, weight, bias, stride, padding, output_padding, groups, dilation, 3)

    def _pool_input(x, n, name):
        if x.dim() not in (n + 1, n + 2):
            if n == 1:
                raise RuntimeError(f"{name}(): Expected 2D or 3D input tensor, but got {list(x.shape)}" if 'max' in name else f"Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:{list(x.shape)}")
            raise RuntimeError(f"non-empty {n + 1}D or {n + 2}D (batch mode) tensor expected for input")
        return (x.unsqueeze(0), True) if x.dim() == n + 1 else (x, False)

    def _pooled_names(n):
        return {1: 'SqueezeBackward1', 2: 'MaxPool2DWithIndicesBackward0', 3: 'MaxPool3DWithIndicesBackward0'}[n]

    def _max_pool(input, kernel, stride, padding, dilation, ceil_mode, return_indices, n):
        x, single = _pool_input(input, n, f'max_pool{n}d')
        kernel = _many(kernel, n)
        stride = kernel if stride is None or stride == [] or stride == () else _many(stride, n)
        padding, dilation = _many(padding, n), _many(dilation, n)
        for s in stride:
            if s <= 0:
                raise RuntimeError('stride should not be zero' if n > 1 else f'max_pool1d() stride must be greater than zero, but got {s}')
        for p, k, d in zip(padding, kernel, dilation):
            if p < 0:
                raise RuntimeError(f"pad must be non-negative, but got pad: {p}" if n > 1 else f"max_pool1d() padding must be non-negative, but got {p}")
            if p > (d * (k - 1) + 1) // 2:
                raise RuntimeError(f"pad should be at most half of effective kernel size, but got pad={p}, kernel_size={k} and dilation={d}" if n > 1 else f"max_pool1d() padding should be at most half of kernel size, but got padding={p} and kernel_size={k}")
        sizes = tuple(x.shape[2:])
        counts = [_out(l, k, s, p, d, ceil_mode) for l, k, s, p, d in zip(sizes, kernel, stride, padding, dilation)]
        if any(c <= 0 for c in counts):
            if n == 1:
                raise RuntimeError(f"max_pool1d() Invalid computed output size: {counts[0]}")
            raise RuntimeError(f"Given input size: ({'x'.join(str(v) for v in [x.shape[1]] + list(sizes))}). Calculated output size: ({'x'.join(str(v) for v in [x.shape[1]] + counts)}). Output size is too small")
        return _largest(x, kernel, stride, padding, dilation, counts, return_indices, single, n)

    def _largest(x, kernel, stride, padding, dilation, counts, return_indices, single, n):
        sizes = tuple(x.shape[2:])
        need = [(c - 1) * s + d * (k - 1) + 1 for c, s, d, k in zip(counts, stride, dilation, kernel)]
        extra = [max(0, a - (l + 2 * p)) for a, l, p in zip(need, sizes, padding)]
        low = -math.inf if x.dtype.is_floating_point else -2 ** 62
        cols = _windows(_padded(x, padding, low, extra), kernel, stride, dilation, counts)
        order = [0, 1] + [2 + 2 * d for d in range(n)] + [3 + 2 * d for d in range(n)]
        best = cols.permute(order).flatten(2 + n).max(-1)
        y = _grad_fn(best.values, _pooled_names(n))
        if single:
            y = y.squeeze(0)
        if not return_indices:
            return y
        numbers = torch.arange(math.prod(sizes)).reshape((1, 1) + sizes)
        spots = _windows(_padded(numbers, padding, 0, extra), kernel, stride, dilation, counts)
        spots = spots.permute(order).flatten(2 + n).expand(best.indices.shape + (math.prod(kernel),))
        places = spots.gather(-1, best.indices.unsqueeze(-1)).squeeze(-1)
        return y, places.squeeze(0) if single else places

    def max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices):
        return _max_pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices, 1)
    def max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices):
        return _max_pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices, 2)
    def max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices):
        return _max_pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices, 3)

    def _avg_pool(input, kernel, stride, padding, ceil_mode, count_include_pad, divisor, n):
        x, single = _pool_input(input, n, f'avg_pool{n}d')
        kernel = _many(kernel, n)
        stride = kernel if stride is None or stride == [] or stride == () else _many(stride, n)
        padding = _many(padding, n)
        if any(s <= 0 for s in stride):
            raise RuntimeError('stride should not be zero' if n > 1 else 'stride should be greater than zero, but got dW: 0 dH: 0')
        if divisor == 0:
            raise RuntimeError('divisor must be not zero')
        for p, k in zip(padding, kernel):
            if p < 0:
                raise RuntimeError(f"pad must be non-negative, but got pad: {p}")
            if p > k // 2:
                raise RuntimeError(f"pad should be at most half of effective kernel size, but got pad={p}, kernel_size={k} and dilation=1")
        sizes = tuple(x.shape[2:])
        counts = [_out(l, k, s, p, 1, ceil_mode) for l, k, s, p in zip(sizes, kernel, stride, padding)]
        if any(c <= 0 for c in counts):
            raise RuntimeError(f"Given input size: ({'x'.join(str(v) for v in [x.shape[1]] + ([1] if n == 1 else []) + list(sizes))}). Calculated output size: ({'x'.join(str(v) for v in [x.shape[1]] + ([1] if n == 1 else []) + counts)}). Output size is too small")
        need = [(c - 1) * s + k for c, s, k in zip(counts, stride, kernel)]
        extra = [max(0, a - (l + 2 * p)) for a, l, p in zip(need, sizes, padding)]
        cols = _windows(_padded(x, padding, 0.0, extra), kernel, stride, (1,) * n, counts)
        total = cols.sum([3 + 2 * d for d in range(n)])
        if not input.dtype.is_floating_point:
            return (total // math.prod(kernel)).squeeze(0) if single else total // math.prod(kernel)
        if divisor is not None:
            y = total / divisor
        else:
            inside = torch.ones((1, 1) + sizes, dtype=x.dtype)
            inside = F.pad(inside, [p for q in reversed(padding) for p in (q, q)], value=1.0 if count_include_pad else 0.0)
            inside = _padded(inside, (0,) * n, 0.0, extra)
            y = total / _windows(inside, kernel, stride, (1,) * n, counts).sum([3 + 2 * d for d in range(n)])
        y = _grad_fn(y, {1: 'SqueezeBackward1', 2: 'AvgPool2DBackward0', 3: 'AvgPool3DBackward0'}[n])
        return y.squeeze(0) if single else y

    def avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad):
        return _avg_pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad, None, 1)
    def avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override):
        return _avg_pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override, 2)
    def avg_pool3d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override):
        return _avg_pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override, 3)
    """#
      + adaptive)
}
