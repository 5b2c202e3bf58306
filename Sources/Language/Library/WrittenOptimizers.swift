/// Optimizers and schedulers that are written in the language itself.
enum WrittenOptimizers {
  static let optimizers: [String: NativeModule.Entry] = Dictionary(
    uniqueKeysWithValues: ["Adadelta", "Adamax", "NAdam", "RAdam", "ASGD", "Rprop"].map {
      ($0, .written(rules, name: $0))
    })

  static let schedulers: [String: NativeModule.Entry] = Dictionary(
    uniqueKeysWithValues: [
      "ReduceLROnPlateau", "OneCycleLR", "CosineAnnealingWarmRestarts", "PolynomialLR",
      "ConstantLR", "SequentialLR", "MultiplicativeLR", "CyclicLR",
    ].map { ($0, .written(rates, name: $0)) })

  private static let rules = WrittenModule(
    "optimizers",
    #"""
    class _Rule(torch.optim.Optimizer):
        def __init__(self, params, defaults):
            for name in ('lr', 'eps', 'weight_decay', 'lambd', 'momentum_decay'):
                if name in defaults and defaults[name] < 0.0:
                    words = {'lr': 'learning rate', 'eps': 'epsilon value', 'weight_decay': 'weight_decay value'}
                    raise ValueError(f"Invalid {words.get(name, name + ' value')}: {defaults[name]}")
            super().__init__(params, {**defaults, 'foreach': None, 'maximize': False, 'differentiable': False})
        def step(self, closure=None):
            loss = None
            if closure is not None:
                with torch.enable_grad():
                    loss = closure()
            with torch.no_grad():
                for group in self.param_groups:
                    for p in group['params']:
                        if p.grad is None:
                            continue
                        state = self.state[p]
                        if not state:
                            self.begin(p, state, group)
                        state['step'] = state['step'] + 1
                        g = -p.grad if group['maximize'] else p.grad
                        self.change(p, g, state, group, state['step'])
            return loss
        def begin(self, p, state, group):
            state['step'] = 0
            state['a'], state['b'] = torch.zeros_like(p), torch.zeros_like(p)

    class Adadelta(_Rule):
        def __init__(self, params, lr=1.0, rho=0.9, eps=1e-06, weight_decay=0):
            super().__init__(params, dict(lr=lr, rho=rho, eps=eps, weight_decay=weight_decay, capturable=False))
        def change(self, p, g, s, o, t):
            if o['weight_decay']:
                g = g + o['weight_decay'] * p
            s['a'].mul_(o['rho']).addcmul_(g, g, value=1 - o['rho'])
            delta = (s['b'] + o['eps']).sqrt() / (s['a'] + o['eps']).sqrt() * g
            s['b'].mul_(o['rho']).addcmul_(delta, delta, value=1 - o['rho'])
            p.add_(delta, alpha=-o['lr'])

    class Adamax(_Rule):
        def __init__(self, params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0):
            super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, capturable=False))
        def change(self, p, g, s, o, t):
            b1, b2 = o['betas']
            if o['weight_decay']:
                g = g + o['weight_decay'] * p
            s['a'].lerp_(g, 1 - b1)
            s['b'] = torch.maximum(s['b'] * b2, g.abs() + o['eps'])
            p.addcdiv_(s['a'], s['b'], value=-o['lr'] / (1 - b1 ** t))

    class NAdam(_Rule):
        def __init__(self, params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, momentum_decay=0.004, decoupled_weight_decay=False):
            super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay, decoupled_weight_decay=decoupled_weight_decay, capturable=False))
        def change(self, p, g, s, o, t):
            b1, b2 = o['betas']
            if o['weight_decay']:
                if o['decoupled_weight_decay']:
                    p.mul_(1 - o['lr'] * o['weight_decay'])
                else:
                    g = g + o['weight_decay'] * p
            mu = b1 * (1.0 - 0.5 * 0.96 ** (t * o['momentum_decay']))
            following = b1 * (1.0 - 0.5 * 0.96 ** ((t + 1) * o['momentum_decay']))
            s['product'] = s.get('product', 1.0) * mu
            s['a'].lerp_(g, 1 - b1)
            s['b'].mul_(b2).addcmul_(g, g, value=1 - b2)
            size = (s['b'] / (1 - b2 ** t)).sqrt() + o['eps']
            p.addcdiv_(g, size, value=-o['lr'] * (1.0 - mu) / (1.0 - s['product']))
            p.addcdiv_(s['a'], size, value=-o['lr'] * following / (1.0 - s['product'] * following))

    class RAdam(_Rule):
        def __init__(self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, decoupled_weight_decay=False):
            super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, decoupled_weight_decay=decoupled_weight_decay, capturable=False))
        def change(self, p, g, s, o, t):
            b1, b2 = o['betas']
            if o['weight_decay']:
                if o['decoupled_weight_decay']:
                    p.mul_(1 - o['lr'] * o['weight_decay'])
                else:
                    g = g + o['weight_decay'] * p
            s['a'].lerp_(g, 1 - b1)
            s['b'].mul_(b2).addcmul_(g, g, value=1 - b2)
            mean, c2 = s['a'] / (1 - b1 ** t), 1 - b2 ** t
            most = 2 / (1 - b2) - 1
            rho = most - 2 * t * b2 ** t / c2
            if rho > 5.0:
                factor = math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho))
                p.add_(mean * o['lr'] * (math.sqrt(c2) / (s['b'].sqrt() + o['eps'])) * factor, alpha=-1.0)
            else:
                p.add_(mean * o['lr'], alpha=-1.0)

    class ASGD(_Rule):
        def __init__(self, params, lr=0.01, lambd=0.0001, alpha=0.75, t0=1000000.0, weight_decay=0):
            super().__init__(params, dict(lr=lr, lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay, capturable=False))
        def change(self, p, g, s, o, t):
            if o['weight_decay']:
                g = g + o['weight_decay'] * p
            eta = s.get('eta', o['lr'])
            p.mul_(1 - o['lambd'] * eta)
            p.add_(g, alpha=-eta)
            s['eta'] = o['lr'] / (1 + o['lambd'] * o['lr'] * t) ** o['alpha']

    class Rprop(_Rule):
        def __init__(self, params, lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-06, 50)):
            super().__init__(params, dict(lr=lr, etas=etas, step_sizes=step_sizes, capturable=False))
        def begin(self, p, state, group):
            state['step'] = 0
            state['a'], state['b'] = torch.zeros_like(p), torch.full_like(p, group['lr'])
        def change(self, p, g, s, o, t):
            down, up = o['etas']
            sign = (g * s['a']).sign()
            factor = torch.where(sign > 0, up, torch.where(sign < 0, down, 1.0))
            s['b'] = (s['b'] * factor).clamp(*o['step_sizes'])
            g = torch.where(sign < 0, 0.0, g)
            p.add_(-(g.sign() * s['b']))
            s['a'] = g.clone()
    """#)
}
