/// The ways of `nn.init` that are put together from other functions.
enum WrittenInitialValues {
  static let source = WrittenModule(
    "initial values",
    #"""
    def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
        def below(x):
            return (1.0 + math.erf(x / math.sqrt(2.0))) / 2.0
        with torch.no_grad():
            if below((b - mean) / std) - below((a - mean) / std) > 0.3:
                drawn = tensor.normal_(mean, std, generator=generator)
                outside = (drawn < a) | (drawn > b)
                while outside.any():
                    drawn = torch.where(outside, torch.empty_like(drawn).normal_(mean, std, generator=generator), drawn)
                    outside = (drawn < a) | (drawn > b)
                return tensor.copy_(drawn)
            peak = -0.5 * ((max(a, min(mean, b)) - mean) / std) ** 2
            drawn = tensor.uniform_(a, b, generator=generator).clone()
            height = -0.5 * ((drawn - mean) / std) ** 2 - peak
            pending = torch.empty_like(tensor).uniform_(generator=generator).log() > height
            while pending.any():
                fresh = torch.empty_like(tensor).uniform_(a, b, generator=generator)
                drawn = torch.where(pending, fresh, drawn)
                height = -0.5 * ((fresh - mean) / std) ** 2 - peak
                pending = pending & (torch.empty_like(tensor).uniform_(generator=generator).log() > height)
            return tensor.copy_(drawn)

    def orthogonal_(tensor, gain=1, generator=None):
        if tensor.dim() < 2:
            raise ValueError('Only tensors with 2 or more dimensions are supported')
        if tensor.numel() == 0:
            return tensor
        with torch.no_grad():
            rows = tensor.size(0)
            flat = torch.empty(rows, tensor.numel() // rows, dtype=tensor.dtype).normal_(0, 1, generator=generator)
            wide = flat.shape[0] < flat.shape[1]
            q, r = torch.linalg.qr(flat.t() if wide else flat)
            q = q * torch.diag(r).sign()
            return tensor.copy_((q.t() if wide else q).reshape(tensor.shape)).mul_(gain)

    def sparse_(tensor, sparsity, std=0.01, generator=None):
        if tensor.dim() != 2:
            raise ValueError('Only tensors with 2 dimensions are supported')
        rows, cols = tensor.shape
        with torch.no_grad():
            tensor.normal_(0, std, generator=generator)
            for col in range(cols):
                tensor[torch.randperm(rows)[:math.ceil(sparsity * rows)], col] = 0
        return tensor

    def dirac_(tensor, groups=1):
        if tensor.dim() not in (3, 4, 5):
            raise ValueError('Only tensors with 3, 4, or 5 dimensions are supported')
        if tensor.shape[0] % groups != 0:
            raise ValueError('dim 0 must be divisible by groups')
        each = tensor.shape[0] // groups
        middle = tuple(n // 2 for n in tensor.shape[2:])
        with torch.no_grad():
            tensor.zero_()
            for g in range(groups):
                for d in range(min(each, tensor.shape[1])):
                    tensor[(g * each + d, d) + middle] = 1
        return tensor
    """#)
}
