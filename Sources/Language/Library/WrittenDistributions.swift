/// `torch.distributions`: the few that programs about classifiers sample from.
enum WrittenDistributions {
  static let module = NativeModule(
    "torch.distributions", "Distributions to sample from.",
    other: Dictionary(
      uniqueKeysWithValues: ["Categorical", "Bernoulli", "Normal", "Uniform", "kl_divergence"].map {
        ($0, .written(source, name: $0))
      }))

  private static let source = WrittenModule(
    "distributions",
    #"""
    def _tensor(x):
        return x if isinstance(x, torch.Tensor) else torch.tensor(float(x))

    class Categorical:
        def __init__(self, probs=None, logits=None, validate_args=None):
            if (probs is None) == (logits is None):
                raise ValueError('Either `probs` or `logits` must be specified, but not both.')
            if probs is not None:
                self.probs = probs / probs.sum(-1, keepdim=True)
                eps = torch.finfo(self.probs.dtype).eps
                self.logits = self.probs.clamp(eps, 1 - eps).log()
            else:
                self.logits = logits - logits.logsumexp(-1, keepdim=True)
                self.probs = F.softmax(self.logits, -1)
        def sample(self, sample_shape=()):
            n = math.prod(sample_shape)
            flat = self.probs.reshape(-1, self.probs.shape[-1])
            drawn = torch.multinomial(flat, n, True).t()
            return drawn.reshape(tuple(sample_shape) + tuple(self.probs.shape[:-1]))
        def log_prob(self, value):
            index = value.long().unsqueeze(-1)
            logits = self.logits.expand(tuple(value.shape) + (self.logits.shape[-1],))
            return logits.gather(-1, index).squeeze(-1)
        def entropy(self):
            return -(self.logits * self.probs).sum(-1)
        def __repr__(self):
            return f"Categorical(probs: torch.Size({list(self.probs.shape)}))" if self.probs.dim() > 1 or self.probs.numel() > 1 else f"Categorical(probs: {self.probs})"

    class Bernoulli:
        def __init__(self, probs=None, logits=None, validate_args=None):
            if (probs is None) == (logits is None):
                raise ValueError('Either `probs` or `logits` must be specified, but not both.')
            self.probs = _tensor(probs) if probs is not None else torch.sigmoid(_tensor(logits))
            self.logits = torch.logit(self.probs) if logits is None else _tensor(logits)
        def sample(self, sample_shape=()):
            return torch.bernoulli(self.probs.expand(tuple(sample_shape) + tuple(self.probs.shape)))
        def log_prob(self, value):
            return -F.binary_cross_entropy_with_logits(self.logits.expand(value.shape), value, reduction='none')
        def entropy(self):
            return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none')

    class Uniform:
        def __init__(self, low, high, validate_args=None):
            self.low, self.high = torch.broadcast_tensors(_tensor(low), _tensor(high))
        def sample(self, sample_shape=()):
            with torch.no_grad():
                return self.rsample(sample_shape)
        def rsample(self, sample_shape=()):
            shape = tuple(sample_shape) + tuple(self.low.shape)
            return self.low + torch.rand(shape, dtype=self.low.dtype) * (self.high - self.low)
        def log_prob(self, value):
            inside = self.low.le(value).type_as(self.low) * self.high.gt(value).type_as(self.low)
            return torch.log(inside) - torch.log(self.high - self.low)
        def entropy(self):
            return torch.log(self.high - self.low)

    def kl_divergence(p, q):
        if isinstance(p, Normal) and isinstance(q, Normal):
            ratio = (p.scale / q.scale).pow(2)
            return 0.5 * (ratio + ((p.loc - q.loc) / q.scale).pow(2) - 1 - ratio.log())
        if isinstance(p, Categorical) and isinstance(q, Categorical):
            t = p.probs * (p.logits - q.logits)
            t = torch.where((q.probs == 0).expand_as(t), torch.full_like(t, math.inf), t)
            return torch.where((p.probs == 0).expand_as(t), torch.zeros_like(t), t).sum(-1)
        if isinstance(p, Bernoulli) and isinstance(q, Bernoulli):
            yes = p.probs * (F.softplus(-q.logits) - F.softplus(-p.logits))
            return yes + (1 - p.probs) * (F.softplus(q.logits) - F.softplus(p.logits))
        raise NotImplementedError(f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}')

    class Normal:
        def __init__(self, loc, scale, validate_args=None):
            self.loc, self.scale = torch.broadcast_tensors(_tensor(loc), _tensor(scale))
        def sample(self, sample_shape=()):
            shape = tuple(sample_shape) + tuple(self.loc.shape)
            with torch.no_grad():
                return torch.normal(self.loc.expand(shape), self.scale.expand(shape))
        def rsample(self, sample_shape=()):
            shape = tuple(sample_shape) + tuple(self.loc.shape)
            return self.loc + torch.empty(shape).normal_() * self.scale
        def log_prob(self, value):
            return -((value - self.loc) ** 2) / (2 * self.scale ** 2) - self.scale.log() - math.log(math.sqrt(2 * math.pi))
        def entropy(self):
            return 0.5 + 0.5 * math.log(2 * math.pi) + self.scale.log()
    """#)
}
