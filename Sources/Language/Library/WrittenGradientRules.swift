/// The backward rules that are not linear, written in the language itself: each is then recorded like
/// any program, and so has gradients of its own.
///
/// A rule is given the gradient `g` that arrives, the result `y`, the operation's settings `s`, and its
/// inputs, all with their histories.
enum WrittenGradientRules {
  static let source = WrittenModule(
    "gradient rules",
    helpers + functions + activations + pairs + reductions + losses + #"""
      def gradients_of(name, g, y, s, *inputs):
          if name not in rules:
              return None
          found = rules[name](g, y, s, *inputs)
          return found if isinstance(found, tuple) else (found,)
      """#)

  private static let helpers = #"""
    rules = {}
    root_pi = math.sqrt(math.pi)

    def like(t, x):
        while t.dim() > x.dim():
            t = t.sum(0)
        for d in range(x.dim()):
            if x.shape[d] == 1 and t.shape[d] != 1:
                t = t.sum(d, keepdim=True)
        return t

    def spread(t, x, dims, keep):
        if keep or x.dim() == 0:
            return t
        if not dims:
            return t.reshape([1] * x.dim())
        for d in sorted(d % x.dim() for d in dims):
            t = t.unsqueeze(d)
        return t

    def rule(f):
        rules[f.__name__] = f
        return f

    """#

  private static let functions = #"""
    rules.update({
        'square': lambda g, y, s, x: g * (2.0 * x),
        'pow_number': lambda g, y, s, x: g * (s[0] * x ** (s[0] - 1)) if s[0] != 0 else torch.zeros_like(g),
        'exp': lambda g, y, s, x: g * y,
        'exp2': lambda g, y, s, x: g * y * math.log(2),
        'expm1': lambda g, y, s, x: g * (y + 1),
        'log': lambda g, y, s, x: g / x,
        'log2': lambda g, y, s, x: g / (x * math.log(2)),
        'log10': lambda g, y, s, x: g / (x * math.log(10)),
        'log1p': lambda g, y, s, x: g / (x + 1),
        'sqrt': lambda g, y, s, x: g / (2 * y),
        'rsqrt': lambda g, y, s, x: -0.5 * g * y ** 3,
        'reciprocal': lambda g, y, s, x: -g * (y * y),
        'sin': lambda g, y, s, x: g * x.cos(),
        'cos': lambda g, y, s, x: g * -x.sin(),
        'tan': lambda g, y, s, x: g * (1 + y ** 2),
        'atan': lambda g, y, s, x: g / (x * x + 1),
        'asin': lambda g, y, s, x: g * (1 - x * x).rsqrt(),
        'acos': lambda g, y, s, x: g * -(1 - x * x).rsqrt(),
        'sinh': lambda g, y, s, x: g * x.cosh(),
        'cosh': lambda g, y, s, x: g * x.sinh(),
        'asinh': lambda g, y, s, x: g * (x ** 2 + 1).rsqrt(),
        'acosh': lambda g, y, s, x: g * (x ** 2 - 1).rsqrt(),
        'atanh': lambda g, y, s, x: g / (1 - x ** 2),
        'erf': lambda g, y, s, x: 2 / root_pi * torch.exp(-x ** 2) * g,
        'erfc': lambda g, y, s, x: -2 / root_pi * torch.exp(-x ** 2) * g,
        'lgamma': lambda g, y, s, x: g * torch.digamma(x),
        'digamma': lambda g, y, s, x: g * torch.polygamma(1, x),
        'logit': lambda g, y, s, x: g / (x * (1 - x)),
    })

    """#

  private static let activations = #"""
    rules.update({
        'tanh': lambda g, y, s, x: _grad_fn(g * (1 - y * y), 'TanhBackwardBackward0'),
        'sigmoid': lambda g, y, s, x: _grad_fn(g * (1 - y) * y, 'SigmoidBackwardBackward0'),
        'logsigmoid': lambda g, y, s, x: _grad_fn(g * torch.sigmoid(-x), 'LogSigmoidBackwardBackward0'),
        'mish': lambda g, y, s, x: g * mish_slope(x),
        'selu': lambda g, y, s, x: _grad_fn(g * 1.0507009873554805 * torch.where(x > 0, torch.ones_like(x), 1.6732632423543772 * torch.exp(x.clamp(max=0))), 'EluBackwardBackward0'),
        'hardswish': lambda g, y, s, x: _grad_fn(g * torch.where(x <= -3, torch.zeros_like(x), torch.where(x < 3, x / 3 + 0.5, torch.ones_like(x))), 'HardswishBackwardBackward0'),
        'celu': lambda g, y, s, x: _grad_fn(torch.where(x <= 0, g * torch.exp(x.clamp(max=0) / s[0]), g), 'EluBackwardBackward0'),
        'elu': lambda g, y, s, x: _grad_fn(torch.where(x <= 0, g * (s[0] * torch.exp(x.clamp(max=0))), g), 'EluBackwardBackward0'),
        'softplus': lambda g, y, s, x: _grad_fn(torch.where(x * s[0] > s[1], g, g * torch.sigmoid(x * s[0])), 'SoftplusBackwardBackward0'),
        'prelu': lambda g, y, s, x, w: (torch.where(x > 0, g, w * g), like(torch.where(x > 0, torch.zeros_like(g), x * g), w)),
    })

    def mish_slope(x):
        t = torch.tanh(F.softplus(x))
        return t + x * torch.sigmoid(x) * (1 - t * t)

    @rule
    def silu(g, y, s, x):
        p = torch.sigmoid(x)
        return g * p * (1 + x * (1 - p))

    @rule
    def gelu(g, y, s, x):
        below = 0.5 * (1 + torch.erf(x / math.sqrt(2)))
        density = torch.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)
        return _grad_fn(g * (below + x * density), 'GeluBackwardBackward0')

    @rule
    def gelu_tanh(g, y, s, x):
        k = math.sqrt(2 / math.pi)
        t = torch.tanh(k * (x + 0.044715 * x ** 3))
        slope = 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * k * (1 + 3 * 0.044715 * x ** 2)
        return _grad_fn(g * slope, 'GeluBackwardBackward0')

    """#

  private static let pairs = #"""
    rules.update({
        'mul': lambda g, y, s, a, b: (like(g * b, a), like(g * a, b)),
        'div': lambda g, y, s, a, b: (like(g / b, a), like(-g * ((a / b) / b), b)),
        'maximum': lambda g, y, s, a, b: (like(g * larger(a, b), a), like(g * larger(b, a), b)),
        'minimum': lambda g, y, s, a, b: (like(g * larger(b, a), a), like(g * larger(a, b), b)),
        'remainder': lambda g, y, s, a, b: (like(g, a), like(-g * torch.div(a, b, rounding_mode='floor'), b)),
        'fmod': lambda g, y, s, a, b: (like(g, a), like(-g * torch.div(a, b, rounding_mode='trunc'), b)),
        'atan2': lambda g, y, s, a, b: (like(g * b / (a * a + b * b), a), like(-g * a / (a * a + b * b), b)),
        'hypot': lambda g, y, s, a, b: (like(g * (a / y), a), like(g * (b / y), b)),
        'logaddexp': lambda g, y, s, a, b: (like(g / (1 + torch.exp(b - a)), a), like(g / (1 + torch.exp(a - b)), b)),
    })

    def larger(a, b):
        with torch.no_grad():
            return (a > b).to(a.dtype) + 0.5 * (a == b)

    @rule
    def pow(g, y, s, a, b):
        base = torch.where(b == 0, torch.zeros_like(g), g * (b * a ** (b - 1)))
        flat = (a == 0) & (b >= 0)
        top = torch.where(flat, torch.zeros_like(g), g * (y * a.log()))
        return like(base, a), like(top, b)

    @rule
    def matmul(g, y, s, a, b):
        if a.dim() == 1 and b.dim() == 1:
            return g * b, g * a
        rows = a.unsqueeze(0) if a.dim() == 1 else a
        columns = b.unsqueeze(-1) if b.dim() == 1 else b
        g = g.unsqueeze(-2) if a.dim() == 1 else g
        g = g.unsqueeze(-1) if b.dim() == 1 else g
        left = g @ columns.transpose(-1, -2)
        right = rows.transpose(-1, -2) @ g
        left = left.squeeze(-2) if a.dim() == 1 else left
        right = right.squeeze(-1) if b.dim() == 1 else right
        return like(left, a), like(right, b)

    @rule
    def linear(g, y, s, x, w, b=None):
        left = g.unsqueeze(-1) * w if w.dim() == 1 else g @ w
        rows = x.reshape(-1, x.shape[-1])
        right = g.reshape(-1) @ rows if w.dim() == 1 else g.reshape(-1, w.shape[0]).t() @ rows
        return (left, right) if b is None else (left, right, like(g, b))

    """#

  private static let reductions = #"""
    @rule
    def softmax(g, y, s, x):
        part = g * y
        return _grad_fn(part - y * part.sum(s[0], keepdim=True), 'SoftmaxBackwardDataBackward0')

    @rule
    def log_softmax(g, y, s, x):
        return _grad_fn(g - y.exp() * g.sum(s[0], keepdim=True), 'LogSoftmaxBackwardDataBackward0')

    @rule
    def logsumexp(g, y, s, x):
        return spread(g, x, *s) * (x - spread(y, x, *s)).exp()

    @rule
    def var(g, y, s, x):
        dims, keep, correction = s
        n = x.numel() // max(y.numel(), 1)
        middle = x.mean(dims, keepdim=True) if dims else x.mean()
        return 2 / max(n - correction, 0) * spread(g, x, dims, keep) * (x - middle)

    @rule
    def std(g, y, s, x):
        return var(g / (y * 2), y, s, x)

    @rule
    def norm(g, y, s, x):
        dims, keep, p = s
        g, y = spread(g, x, dims, keep), spread(y, x, dims, keep)
        if p == 2:
            return x * torch.where(y == 0, torch.zeros_like(y), g / y)
        if p == 1:
            return g * x.sign()
        return x * x.abs() ** (p - 2) * (g / y ** (p - 1))

    @rule
    def prod(g, y, s, x):
        dims, keep = s
        if not (x == 0).any():
            return spread(g, x, dims, keep) * (spread(y, x, dims, keep) / x)
        if x.dim() == 0:
            return g
        dim = dims[0] if dims else 0
        flat = x if dims else x.reshape(-1)
        parts = [torch.cat([flat.narrow(dim, 0, i), flat.narrow(dim, i + 1, flat.shape[dim] - i - 1)], dim).prod(dim) for i in range(flat.shape[dim])]
        return spread(g, x, dims, keep) * torch.stack(parts, dim).reshape(x.shape)

    """#

  private static let losses = #"""
    rules.update({
        'mse_loss': lambda g, y, s, a, b: (like(_grad_fn(2 * (a - b) * g, 'MseLossBackwardBackward0'), a), like(-2 * (a - b) * g, b)),
        'l1_loss': lambda g, y, s, a, b: (like(g * (a - b).sign(), a), like(-g * (a - b).sign(), b)),
        'soft_margin_loss': lambda g, y, s, a, b: (-b * g * torch.sigmoid(-b * a), None),
        'margin_ranking_loss': lambda g, y, s, a, b: (g * torch.where(s[0] - b * a >= 0, -b, torch.zeros_like(a)), None),
    })

    def bounded(d, bound):
        return torch.where(d.abs() < bound, d, bound * d.sign().detach())

    @rule
    def huber_loss(g, y, s, a, b):
        slope = bounded(a - b, s[0])
        return like(_grad_fn(g * slope, 'HuberLossBackwardBackward0'), a), like(-g * slope, b)

    @rule
    def smooth_l1_loss(g, y, s, a, b):
        d = a - b
        slope = d.sign() if s[0] == 0 else bounded(d / s[0], 1)
        return like(_grad_fn(g * slope, 'SmoothL1LossBackwardBackward0'), a), like(-g * slope, b)

    @rule
    def kl_div(g, y, s, a, b):
        if s:
            p = b.exp()
            return like(-g * p, a), like(g * p * (b - a + 1), b)
        return like(-g * b, a), like(g * (b.log() + 1 - a), b)

    @rule
    def hinge_embedding_loss(g, y, s, x, t):
        below = (s[0] - x >= 0).to(x.dtype)
        slope = torch.where(t == 1, torch.ones_like(x), torch.where(t == -1, -below, 1 - below))
        return g * slope, None

    @rule
    def poisson_nll_loss(g, y, s, x, t):
        return g * (x.exp() - t if s[0] else 1 - t / (x + s[1])), None

    @rule
    def binary_cross_entropy(g, y, s, p, t, w=None):
        g = g if w is None else g * w
        slope = (p - t) / ((1 - p) * p).clamp(min=1e-12)
        return g * slope, g * ((1 - p).log() - p.log()), None

    @rule
    def binary_cross_entropy_with_logits(g, y, s, x, t, *rest):
        weighted, positive = s
        g = g * rest[0] if weighted else g
        factor = 1 + (rest[-1] - 1) * t if positive else torch.ones_like(x)
        more = rest[-1] - 1 if positive else 0
        slope = (1 - t) - factor * torch.sigmoid(-x)
        return (g * slope, g * (more * F.softplus(-x) - x)) + (None,) * len(rest)

    """#
}
