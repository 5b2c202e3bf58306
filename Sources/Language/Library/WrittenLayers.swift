/// Layers of `nn` that are written in the language itself.
enum WrittenLayers {
  static let entries: [String: NativeModule.Entry] = {
    let names = [
      "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "MaxPool1d", "MaxPool2d",
      "AvgPool1d", "AvgPool2d", "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveMaxPool1d",
      "AdaptiveMaxPool2d", "GroupNorm", "InstanceNorm1d", "InstanceNorm2d", "EmbeddingBag",
      "Softmax2d", "TripletMarginLoss", "CosineEmbeddingLoss", "MultiMarginLoss",
      "MultiLabelMarginLoss", "MultiLabelSoftMarginLoss", "TripletMarginWithDistanceLoss",
      "Upsample", "PixelShuffle", "RNN", "LSTM", "GRU", "RNNCell", "LSTMCell", "GRUCell",
      "MultiheadAttention", "ZeroPad2d", "LocalResponseNorm", "Unfold",
      "TransformerEncoderLayer", "TransformerEncoder", "TransformerDecoderLayer",
      "TransformerDecoder", "ParameterDict",
    ]
    let cells: Set<String> = [
      "RNN", "LSTM", "GRU", "RNNCell", "LSTMCell", "GRUCell", "MultiheadAttention",
    ]
    return Dictionary(
      uniqueKeysWithValues: names.map { name in
        let isLate = name.hasPrefix("Transformer") || name == "ParameterDict"
        let source = isLate ? transformers : cells.contains(name) ? WrittenLayers.cells : windows
        return (name, .written(source, name: name))
      })
  }()

  private static let windows = WrittenModule(
    "layers",
    #"""
    def _many(value, n):
        return tuple(value) if isinstance(value, (list, tuple)) else (value,) * n

    def _uniform(shape, bound, dtype):
        return nn.Parameter(torch.empty(shape, dtype=dtype).uniform_(-bound, bound))

    class _Conv(nn.Module):
        n = 1
        transposed = False
        def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, dilation=1, groups=1, bias=True, padding_mode='zeros', device=None, dtype=None):
            super().__init__()
            if groups <= 0:
                raise ValueError('groups must be a positive integer')
            if in_channels % groups:
                raise ValueError('in_channels must be divisible by groups')
            if out_channels % groups:
                raise ValueError('out_channels must be divisible by groups')
            n = self.n
            self.in_channels, self.out_channels = in_channels, out_channels
            self.kernel_size, self.stride = _many(kernel_size, n), _many(stride, n)
            self.padding = padding if isinstance(padding, str) else _many(padding, n)
            self.dilation, self.groups = _many(dilation, n), groups
            self.output_padding, self.padding_mode = _many(output_padding, n), padding_mode
            shape = (in_channels, out_channels // groups) if self.transposed else (out_channels, in_channels // groups)
            fan = shape[1] * math.prod(self.kernel_size)
            bound = math.sqrt(3.0) * (math.sqrt(2.0 / (1 + math.sqrt(5) ** 2)) / math.sqrt(fan))
            self.weight = _uniform(shape + self.kernel_size, bound, dtype)
            self.bias = _uniform((out_channels,), 1 / math.sqrt(fan), dtype) if bias else None
        def extra_repr(self):
            s = f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}"
            if self.padding != (0,) * self.n:
                s += f", padding={self.padding}"
            if self.dilation != (1,) * self.n:
                s += f", dilation={self.dilation}"
            if self.output_padding != (0,) * self.n:
                s += f", output_padding={self.output_padding}"
            if self.groups != 1:
                s += f", groups={self.groups}"
            if self.bias is None:
                s += ", bias=False"
            return s
        def forward(self, input):
            functions = [F.conv1d, F.conv2d, F.conv3d]
            return functions[self.n - 1](input, self.weight, self.bias, self.stride, self.padding, self.dilation, self.groups)

    class _Plain(_Conv):
        def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode='zeros', device=None, dtype=None):
            super().__init__(in_channels, out_channels, kernel_size, stride, padding, 0, dilation, groups, bias, padding_mode, device, dtype)
    class Conv1d(_Plain):
        n = 1
    class Conv2d(_Plain):
        n = 2
    class Conv3d(_Plain):
        n = 3
    class _Spread(_Conv):
        transposed = True
        def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None):
            super().__init__(in_channels, out_channels, kernel_size, stride, padding, output_padding, dilation, groups, bias, padding_mode, device, dtype)
        def forward(self, input):
            functions = [F.conv_transpose1d, F.conv_transpose2d]
            return functions[self.n - 1](input, self.weight, self.bias, self.stride, self.padding, self.output_padding, self.groups, self.dilation)
    class ConvTranspose1d(_Spread):
        n = 1
    class ConvTranspose2d(_Spread):
        n = 2

    class _MaxPool(nn.Module):
        def __init__(self, kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False):
            super().__init__()
            self.kernel_size, self.padding, self.dilation = kernel_size, padding, dilation
            self.stride = kernel_size if stride is None else stride
            self.return_indices, self.ceil_mode = return_indices, ceil_mode
        def extra_repr(self):
            return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}, dilation={self.dilation}, ceil_mode={self.ceil_mode}"
    class MaxPool1d(_MaxPool):
        def forward(self, input):
            return F.max_pool1d(input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode, self.return_indices)
    class MaxPool2d(_MaxPool):
        def forward(self, input):
            return F.max_pool2d(input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode, self.return_indices)

    class AvgPool1d(nn.Module):
        def __init__(self, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
            super().__init__()
            self.kernel_size = _many(kernel_size, 1)
            self.stride = _many(kernel_size if stride is None else stride, 1)
            self.padding, self.ceil_mode, self.count_include_pad = _many(padding, 1), ceil_mode, count_include_pad
        def extra_repr(self):
            return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"
        def forward(self, input):
            return F.avg_pool1d(input, self.kernel_size, self.stride, self.padding, self.ceil_mode, self.count_include_pad)
    class AvgPool2d(nn.Module):
        def __init__(self, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None):
            super().__init__()
            self.kernel_size, self.stride = kernel_size, kernel_size if stride is None else stride
            self.padding, self.ceil_mode, self.count_include_pad, self.divisor_override = padding, ceil_mode, count_include_pad, divisor_override
        def extra_repr(self):
            return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"
        def forward(self, input):
            return F.avg_pool2d(input, self.kernel_size, self.stride, self.padding, self.ceil_mode, self.count_include_pad, self.divisor_override)

    class _Adaptive(nn.Module):
        def __init__(self, output_size, return_indices=False):
            super().__init__()
            self.output_size, self.return_indices = output_size, return_indices
        def extra_repr(self):
            return f"output_size={self.output_size}"
    class AdaptiveAvgPool1d(_Adaptive):
        def forward(self, input):
            return F.adaptive_avg_pool1d(input, self.output_size)
    class AdaptiveAvgPool2d(_Adaptive):
        def forward(self, input):
            return F.adaptive_avg_pool2d(input, self.output_size)
    class AdaptiveMaxPool1d(_Adaptive):
        def forward(self, input):
            return F.adaptive_max_pool1d(input, self.output_size, self.return_indices)
    class AdaptiveMaxPool2d(_Adaptive):
        def forward(self, input):
            return F.adaptive_max_pool2d(input, self.output_size, self.return_indices)

    class GroupNorm(nn.Module):
        def __init__(self, num_groups, num_channels, eps=1e-05, affine=True, device=None, dtype=None):
            super().__init__()
            if num_channels % num_groups:
                raise ValueError(f"num_channels ({num_channels}) must be divisible by num_groups ({num_groups})")
            self.num_groups, self.num_channels, self.eps, self.affine = num_groups, num_channels, eps, affine
            self.weight = nn.Parameter(torch.ones(num_channels, dtype=dtype)) if affine else None
            self.bias = nn.Parameter(torch.zeros(num_channels, dtype=dtype)) if affine else None
        def extra_repr(self):
            return f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}, bias={self.bias is not None}"
        def forward(self, input):
            return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    class _InstanceNorm(nn.Module):
        def __init__(self, num_features, eps=1e-05, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None):
            super().__init__()
            self.num_features, self.eps, self.momentum = num_features, eps, momentum
            self.affine, self.track_running_stats = affine, track_running_stats
            self.weight = nn.Parameter(torch.ones(num_features, dtype=dtype)) if affine else None
            self.bias = nn.Parameter(torch.zeros(num_features, dtype=dtype)) if affine else None
        def extra_repr(self):
            return f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, bias={self.bias is not None}, track_running_stats={self.track_running_stats}"
        def forward(self, input):
            single = input.dim() == self.n + 1
            y = F.instance_norm(input.unsqueeze(0) if single else input, None, None, self.weight, self.bias, True, self.momentum, self.eps)
            return y.squeeze(0) if single else y
    class InstanceNorm1d(_InstanceNorm):
        n = 1
    class InstanceNorm2d(_InstanceNorm):
        n = 2

    class EmbeddingBag(nn.Module):
        def __init__(self, num_embeddings, embedding_dim, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, mode='mean', sparse=False, _weight=None, include_last_offset=False, padding_idx=None, device=None, dtype=None):
            super().__init__()
            self.num_embeddings, self.embedding_dim, self.mode = num_embeddings, embedding_dim, mode
            self.include_last_offset, self.padding_idx = include_last_offset, padding_idx
            self.weight = nn.Parameter(torch.empty(num_embeddings, embedding_dim, dtype=dtype).normal_())
        def extra_repr(self):
            return f"{self.num_embeddings}, {self.embedding_dim}, mode={self.mode!r}"
        def forward(self, input, offsets=None, per_sample_weights=None):
            return F.embedding_bag(input, self.weight, offsets, mode=self.mode, per_sample_weights=per_sample_weights, include_last_offset=self.include_last_offset, padding_idx=self.padding_idx)

    class Softmax2d(nn.Module):
        def forward(self, input):
            if input.dim() not in (3, 4):
                raise ValueError(f"Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead")
            return F.softmax(input, -3)

    class _Loss(nn.Module):
        def __init__(self, size_average=None, reduce=None, reduction='mean', **settings):
            super().__init__()
            self.reduction, self.settings = reduction, settings
    class TripletMarginLoss(_Loss):
        def __init__(self, margin=1.0, p=2.0, eps=1e-06, swap=False, size_average=None, reduce=None, reduction='mean'):
            super().__init__(size_average, reduce, reduction, margin=margin, p=p, eps=eps, swap=swap)
            self.margin, self.p, self.eps, self.swap = margin, p, eps, swap
        def forward(self, anchor, positive, negative):
            return F.triplet_margin_loss(anchor, positive, negative, reduction=self.reduction, **self.settings)
    class CosineEmbeddingLoss(_Loss):
        def __init__(self, margin=0.0, size_average=None, reduce=None, reduction='mean'):
            super().__init__(size_average, reduce, reduction, margin=margin)
            self.margin = margin
        def forward(self, input1, input2, target):
            return F.cosine_embedding_loss(input1, input2, target, reduction=self.reduction, **self.settings)
    class MultiMarginLoss(_Loss):
        def __init__(self, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction='mean'):
            super().__init__(size_average, reduce, reduction, p=p, margin=margin, weight=weight)
        def forward(self, input, target):
            return F.multi_margin_loss(input, target, reduction=self.reduction, **self.settings)
    class MultiLabelMarginLoss(_Loss):
        def forward(self, input, target):
            return F.multilabel_margin_loss(input, target, reduction=self.reduction)
    class MultiLabelSoftMarginLoss(_Loss):
        def __init__(self, weight=None, size_average=None, reduce=None, reduction='mean'):
            super().__init__(size_average, reduce, reduction, weight=weight)
        def forward(self, input, target):
            return F.multilabel_soft_margin_loss(input, target, reduction=self.reduction, **self.settings)
    class TripletMarginWithDistanceLoss(_Loss):
        def __init__(self, *, distance_function=None, margin=1.0, swap=False, reduction='mean'):
            super().__init__(None, None, reduction, distance_function=distance_function, margin=margin, swap=swap)
        def forward(self, anchor, positive, negative):
            return F.triplet_margin_with_distance_loss(anchor, positive, negative, reduction=self.reduction, **self.settings)

    class Upsample(nn.Module):
        def __init__(self, size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None):
            super().__init__()
            self.size, self.mode, self.align_corners = size, mode, align_corners
            self.scale_factor = float(scale_factor) if isinstance(scale_factor, int) else scale_factor
        def extra_repr(self):
            what = f"scale_factor={self.scale_factor!r}" if self.scale_factor is not None else f"size={self.size!r}"
            return f"{what}, mode={self.mode!r}"
        def forward(self, input):
            return F.interpolate(input, self.size, self.scale_factor, self.mode, self.align_corners)
    class PixelShuffle(nn.Module):
        def __init__(self, upscale_factor):
            super().__init__()
            self.upscale_factor = upscale_factor
        def extra_repr(self):
            return f"upscale_factor={self.upscale_factor}"
        def forward(self, input):
            return F.pixel_shuffle(input, self.upscale_factor)
    class ZeroPad2d(nn.Module):
        def __init__(self, padding):
            super().__init__()
            self.padding = _many(padding, 4)
        def extra_repr(self):
            return f"{self.padding}"
        def forward(self, input):
            return F.pad(input, self.padding)
    class LocalResponseNorm(nn.Module):
        def __init__(self, size, alpha=0.0001, beta=0.75, k=1.0):
            super().__init__()
            self.size, self.alpha, self.beta, self.k = size, alpha, beta, k
        def extra_repr(self):
            return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"
        def forward(self, input):
            return F.local_response_norm(input, self.size, self.alpha, self.beta, self.k)
    class Unfold(nn.Module):
        def __init__(self, kernel_size, dilation=1, padding=0, stride=1):
            super().__init__()
            self.kernel_size, self.dilation, self.padding, self.stride = kernel_size, dilation, padding, stride
        def extra_repr(self):
            return f"kernel_size={self.kernel_size}, dilation={self.dilation}, padding={self.padding}, stride={self.stride}"
        def forward(self, input):
            return F.unfold(input, self.kernel_size, self.dilation, self.padding, self.stride)
    """#)
}
