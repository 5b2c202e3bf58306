/// `torch.autograd.Function` and what checks gradients, written in the language itself.
enum WrittenGradients {
  static let source = WrittenModule(
    "gradients",
    #"""
    class FunctionCtx:
        def __init__(self):
            self.saved_tensors = ()
            self.needs_input_grad = ()
        def save_for_backward(self, *tensors):
            self.saved_tensors = tensors
        def mark_non_differentiable(self, *tensors):
            pass
        def mark_dirty(self, *tensors):
            pass
        def set_materialize_grads(self, value):
            pass

    class Function:
        @classmethod
        def apply(cls, *args, **kwargs):
            ctx = FunctionCtx()
            places = [i for i, a in enumerate(args) if isinstance(a, torch.Tensor)]
            ctx.needs_input_grad = tuple(isinstance(a, torch.Tensor) and a.requires_grad for a in args)
            split = hasattr(cls, 'setup_context')
            with torch.no_grad():
                output = cls.forward(*args, **kwargs) if split else cls.forward(ctx, *args, **kwargs)
                if split:
                    cls.setup_context(ctx, args, output)
            def backward(g):
                grads = cls.backward(ctx, g)
                grads = grads if isinstance(grads, tuple) else (grads,)
                if len(grads) < len(args):
                    raise RuntimeError(f"function {cls.__name__}Backward returned an incorrect number of gradients (expected {len(args)}, got {len(grads)})")
                return [grads[i] for i in places]
            inputs = [args[i] for i in places]
            name = cls.__name__ + 'Backward'
            outputs = output if isinstance(output, tuple) else (output,)
            results = tuple(_attach(o, inputs, backward, name) if i == 0 else o for i, o in enumerate(outputs))
            ctx.saved_tensors = tuple(next((r for r, o in zip(results, outputs) if o is t), t) for t in ctx.saved_tensors)
            return results if isinstance(output, tuple) else results[0]

    def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **options):
        inputs = inputs if isinstance(inputs, (tuple, list)) else (inputs,)
        wanted = [x for x in inputs if isinstance(x, torch.Tensor) and x.requires_grad]
        if not wanted:
            raise ValueError('gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.')
        outputs = func(*inputs)
        for out in outputs if isinstance(outputs, (tuple, list)) else (outputs,):
            n = out.numel()
            for k, x in enumerate(wanted):
                analytic = []
                for i in range(n):
                    g = torch.zeros_like(out).reshape(-1)
                    g[i] = 1
                    found = torch.autograd.grad(out, x, g.reshape(out.shape), retain_graph=True, allow_unused=True)[0]
                    analytic.append(torch.zeros_like(x).reshape(-1) if found is None else found.reshape(-1))
                analytic = torch.stack(analytic) if n else torch.zeros(0, x.numel())
                with torch.no_grad():
                    columns = []
                    for j in range(x.numel()):
                        old = x.reshape(-1)[j].item()
                        flat = x.data.view(-1)
                        flat[j] = old + eps
                        high = func(*inputs).reshape(-1).clone()
                        flat[j] = old - eps
                        low = func(*inputs).reshape(-1).clone()
                        flat[j] = old
                        columns.append((high - low) / (2 * eps))
                    numeric = torch.stack(columns, 1)
                if not torch.allclose(analytic, numeric, rtol, atol):
                    if raise_exception:
                        raise RuntimeError(f"Jacobian mismatch for output 0 with respect to input {k},")
                    return False
        return True
    """#)
}
