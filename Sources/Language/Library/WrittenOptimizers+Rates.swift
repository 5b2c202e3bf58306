extension WrittenOptimizers {
  /// Learning rates that change from epoch to epoch.
  static let rates = WrittenModule(
    "rates",
    #"""
    class _Rate(torch.optim.lr_scheduler.LRScheduler):
        def __init__(self, optimizer, last_epoch=-1):
            self.optimizer = optimizer
            self.base_lrs = []
            for group in optimizer.param_groups:
                group['initial_lr'] = group.get('initial_lr', group['lr'])
                self.base_lrs.append(group['initial_lr'])
            self.last_epoch = -1
            self.step()
        def step(self, epoch=None):
            self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
            for group, rate in zip(self.optimizer.param_groups, self.get_lr()):
                group['lr'] = rate
        def rates(self):
            return [group['lr'] for group in self.optimizer.param_groups]
        def get_last_lr(self):
            return self.rates()

    class CyclicLR(_Rate):
        def __init__(self, optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode='triangular', gamma=1.0, scale_fn=None, scale_mode='cycle', cycle_momentum=True, base_momentum=0.8, max_momentum=0.9, last_epoch=-1):
            groups = optimizer.param_groups
            each = lambda x: list(x) if isinstance(x, (list, tuple)) else [x] * len(groups)
            if mode not in ('triangular', 'triangular2', 'exp_range') and scale_fn is None:
                raise ValueError('mode is invalid and scale_fn is None')
            if cycle_momentum and 'momentum' not in optimizer.defaults and 'betas' not in optimizer.defaults:
                raise ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled')
            for group, rate in zip(groups, each(base_lr)):
                group['lr'] = rate
            self.max_lrs, self.momentums = each(max_lr), (base_momentum, max_momentum)
            self.total_size = float(step_size_up) + float(step_size_up if step_size_down is None else step_size_down)
            self.step_ratio = float(step_size_up) / self.total_size
            self.mode, self.gamma, self.scale_fn, self.scale_mode = mode, gamma, scale_fn, scale_mode
            self.cycle_momentum = cycle_momentum
            super().__init__(optimizer, last_epoch)
        def scale(self, cycle):
            if self.scale_fn is not None:
                return self.scale_fn(cycle if self.scale_mode == 'cycle' else self.last_epoch)
            if self.mode == 'exp_range':
                return self.gamma ** self.last_epoch
            return 1.0 if self.mode == 'triangular' else 1 / (2.0 ** (cycle - 1))
        def get_lr(self):
            cycle = math.floor(1 + self.last_epoch / self.total_size)
            x = 1.0 + self.last_epoch / self.total_size - cycle
            factor = x / self.step_ratio if x <= self.step_ratio else (x - 1) / (self.step_ratio - 1)
            if self.cycle_momentum:
                low, high = self.momentums
                momentum = high - (high - low) * factor * self.scale(cycle)
                for group in self.optimizer.param_groups:
                    if 'betas' in group:
                        group['betas'] = (momentum,) + tuple(group['betas'][1:])
                    else:
                        group['momentum'] = momentum
            return [low + (high - low) * factor * self.scale(cycle) for low, high in zip(self.base_lrs, self.max_lrs)]

    class ConstantLR(_Rate):
        def __init__(self, optimizer, factor=1.0 / 3, total_iters=5, last_epoch=-1):
            if factor > 1.0 or factor < 0:
                raise ValueError('Constant multiplicative factor expected to be between 0 and 1.')
            self.factor, self.total_iters = factor, total_iters
            super().__init__(optimizer, last_epoch)
        def get_lr(self):
            if self.last_epoch == 0:
                return [r * self.factor for r in self.rates()]
            return [r * (1.0 / self.factor) for r in self.rates()] if self.last_epoch == self.total_iters else self.rates()

    class PolynomialLR(_Rate):
        def __init__(self, optimizer, total_iters=5, power=1.0, last_epoch=-1):
            self.total_iters, self.power = total_iters, power
            super().__init__(optimizer, last_epoch)
        def get_lr(self):
            t, n = self.last_epoch, self.total_iters
            if t == 0 or t > n:
                return self.rates()
            factor = ((1.0 - t / n) / (1.0 - (t - 1) / n)) ** self.power
            return [r * factor for r in self.rates()]

    class MultiplicativeLR(_Rate):
        def __init__(self, optimizer, lr_lambda, last_epoch=-1):
            self.lr_lambda = lr_lambda
            super().__init__(optimizer, last_epoch)
        def get_lr(self):
            return [r * self.lr_lambda(self.last_epoch) for r in self.rates()] if self.last_epoch > 0 else self.rates()

    class CosineAnnealingWarmRestarts(_Rate):
        def __init__(self, optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1):
            if T_0 <= 0 or not isinstance(T_0, int):
                raise ValueError(f"Expected positive integer T_0, but got {T_0}")
            if T_mult < 1 or not isinstance(T_mult, int):
                raise ValueError(f"Expected integer T_mult >= 1, but got {T_mult}")
            self.T_0, self.T_i, self.T_mult, self.eta_min, self.T_cur = T_0, T_0, T_mult, eta_min, -1
            super().__init__(optimizer, last_epoch)
        def step(self, epoch=None):
            if epoch is None:
                self.T_cur = self.T_cur + 1
                if self.T_cur >= self.T_i:
                    self.T_cur, self.T_i = self.T_cur - self.T_i, self.T_i * self.T_mult
            else:
                self.T_cur, self.T_i = epoch, self.T_0
                while self.T_cur >= self.T_i:
                    self.T_cur, self.T_i = self.T_cur - self.T_i, self.T_i * self.T_mult
            super().step(epoch)
        def get_lr(self):
            return [self.eta_min + (b - self.eta_min) * (1 + math.cos(math.pi * self.T_cur / self.T_i)) / 2 for b in self.base_lrs]

    class OneCycleLR(_Rate):
        def __init__(self, optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3, anneal_strategy='cos', cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0, final_div_factor=10000.0, three_phase=False, last_epoch=-1):
            if total_steps is None:
                if epochs is None or steps_per_epoch is None:
                    raise ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)')
                total_steps = epochs * steps_per_epoch
            self.total_steps, self.cycle_momentum = total_steps, cycle_momentum
            self.linear = anneal_strategy == 'linear'
            names = [('initial_lr', 'max_lr', 'max_momentum', 'base_momentum'), ('max_lr', 'min_lr', 'base_momentum', 'max_momentum')]
            self.phases = [(float(pct_start * total_steps) - 1,) + names[0], (total_steps - 1,) + names[1]]
            if three_phase:
                self.phases = [self.phases[0], (float(2 * pct_start * total_steps) - 2, 'max_lr', 'initial_lr', 'base_momentum', 'max_momentum'), (total_steps - 1, 'initial_lr', 'min_lr', 'max_momentum', 'max_momentum')]
            for group in optimizer.param_groups:
                group['initial_lr'] = max_lr / div_factor
                group['max_lr'] = max_lr
                group['min_lr'] = max_lr / div_factor / final_div_factor
                if cycle_momentum:
                    group['max_momentum'], group['base_momentum'] = max_momentum, base_momentum
            super().__init__(optimizer, last_epoch)
        def between(self, start, end, share):
            if self.linear:
                return (end - start) * share + start
            return end + (start - end) / 2.0 * (math.cos(math.pi * share) + 1)
        def get_lr(self):
            t = self.last_epoch
            if t > self.total_steps:
                raise ValueError(f"Tried to step {t} times. The specified number of total steps is {self.total_steps}")
            rates = []
            for group in self.optimizer.param_groups:
                begun = 0.0
                for i, (end, a, b, m, n) in enumerate(self.phases):
                    if t <= end or i == len(self.phases) - 1:
                        share = (t - begun) / (end - begun)
                        rates.append(self.between(group[a], group[b], share))
                        if self.cycle_momentum:
                            momentum = self.between(group[m], group[n], share)
                            if 'betas' in group:
                                group['betas'] = (momentum,) + tuple(group['betas'][1:])
                            else:
                                group['momentum'] = momentum
                        break
                    begun = end
            return rates

    class SequentialLR(torch.optim.lr_scheduler.LRScheduler):
        def __init__(self, optimizer, schedulers, milestones, last_epoch=-1):
            self.optimizer, self.schedulers, self.milestones, self.last_epoch = optimizer, schedulers, milestones, 0
            for group in optimizer.param_groups:
                group['lr'] = group['initial_lr']
            for s in schedulers:
                s.last_epoch = s.last_epoch - 1
            schedulers[0].step()
        def step(self):
            self.last_epoch = self.last_epoch + 1
            at = len([m for m in self.milestones if m <= self.last_epoch])
            if at > 0 and self.milestones[at - 1] == self.last_epoch:
                self.schedulers[at].last_epoch = -1
                for group in self.optimizer.param_groups:
                    group['lr'] = group['initial_lr']
            self.schedulers[at].step()
        def get_last_lr(self):
            return [group['lr'] for group in self.optimizer.param_groups]

    class ReduceLROnPlateau(torch.optim.lr_scheduler.LRScheduler):
        def __init__(self, optimizer, mode='min', factor=0.1, patience=10, threshold=0.0001, threshold_mode='rel', cooldown=0, min_lr=0, eps=1e-08):
            if factor >= 1.0:
                raise ValueError('Factor should be < 1.0.')
            if mode not in ('min', 'max'):
                raise ValueError('mode ' + mode + ' is unknown!')
            if threshold_mode not in ('rel', 'abs'):
                raise ValueError('threshold mode ' + threshold_mode + ' is unknown!')
            self.optimizer, self.mode, self.factor, self.patience = optimizer, mode, factor, patience
            self.threshold, self.threshold_mode, self.cooldown, self.eps = threshold, threshold_mode, cooldown, eps
            n = len(optimizer.param_groups)
            self.min_lrs = list(min_lr) if isinstance(min_lr, (list, tuple)) else [min_lr] * n
            self.best = math.inf if mode == 'min' else -math.inf
            self.num_bad_epochs, self.cooldown_counter, self.last_epoch = 0, 0, 0
        def is_better(self, a, best):
            sign = -1 if self.mode == 'min' else 1
            if self.threshold_mode == 'rel':
                return a < best * (1.0 - self.threshold) if sign < 0 else a > best * (self.threshold + 1.0)
            return a < best - self.threshold if sign < 0 else a > best + self.threshold
        def step(self, metrics, epoch=None):
            current = float(metrics)
            self.last_epoch = self.last_epoch + 1
            if self.is_better(current, self.best):
                self.best, self.num_bad_epochs = current, 0
            else:
                self.num_bad_epochs = self.num_bad_epochs + 1
            if self.cooldown_counter > 0:
                self.cooldown_counter, self.num_bad_epochs = self.cooldown_counter - 1, 0
            if self.num_bad_epochs > self.patience:
                for group, least in zip(self.optimizer.param_groups, self.min_lrs):
                    new = max(group['lr'] * self.factor, least)
                    if group['lr'] - new > self.eps:
                        group['lr'] = new
                self.cooldown_counter, self.num_bad_epochs = self.cooldown, 0
        def get_last_lr(self):
            return [group['lr'] for group in self.optimizer.param_groups]
    """#)
}
