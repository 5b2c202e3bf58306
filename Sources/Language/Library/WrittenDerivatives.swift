/// `torch.autograd.functional` and `torch.func`: derivatives of functions, written in the language itself.
enum WrittenDerivatives {
  static let module = NativeModule(
    "torch.autograd.functional", "Jacobians and Hessians of functions.",
    other: Dictionary(
      uniqueKeysWithValues: ["jacobian", "hessian", "vjp", "jvp", "hvp", "vhp"].map {
        ($0, .written(source, name: $0 == "vhp" ? "hvp" : $0))
      }))

  /// `torch.func`: functions made from functions.
  static let functions = NativeModule(
    "torch.func", "Functions that give the derivatives of functions.",
    other: Dictionary(
      uniqueKeysWithValues: [
        "grad", "grad_and_value", "jacrev", "jacfwd", "hessian", "vmap",
      ].map {
        (
          $0,
          .written(source, name: $0 == "hessian" ? "hessian_of" : $0 == "jacfwd" ? "jacrev" : $0)
        )
      }))

  static let source = WrittenModule(
    "derivatives",
    #"""
    def copies(inputs, create_graph):
        many = isinstance(inputs, (tuple, list))
        xs = inputs if many else (inputs,)
        if not all(isinstance(x, torch.Tensor) for x in xs):
            raise TypeError('The inputs given to the function must be Tensors')
        return many, tuple(x.view_as(x) if create_graph and x.requires_grad else x.detach().clone().requires_grad_() for x in xs)

    def rows_of(out, xs, create_graph):
        rows = [[] for _ in xs]
        for i in range(out.numel()):
            g = torch.zeros_like(out).reshape(-1)
            g[i] = 1
            found = (None,) * len(xs)
            if out.requires_grad:
                found = torch.autograd.grad(out, xs, g.reshape(out.shape), retain_graph=True, create_graph=create_graph, allow_unused=True)
            for r, f, x in zip(rows, found, xs):
                r.append(torch.zeros_like(x) if f is None else f)
        return tuple(torch.stack(r).reshape(tuple(out.shape) + tuple(x.shape)) if r else torch.zeros(tuple(out.shape) + tuple(x.shape)) for r, x in zip(rows, xs))

    def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy='reverse-mode'):
        many, xs = copies(inputs, create_graph)
        with torch.enable_grad():
            out = func(*xs)
            several = isinstance(out, (tuple, list))
            results = [rows_of(o, xs, create_graph) for o in (out if several else (out,))]
        results = [r if many else r[0] for r in results]
        return tuple(results) if several else results[0]

    def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy='reverse-mode'):
        many, xs = copies(inputs, create_graph)
        with torch.enable_grad():
            out = func(*xs)
            if not isinstance(out, torch.Tensor):
                raise TypeError('The outputs of the user-provided function given to hessian must be either a Tensor or a tuple of Tensors but the given outputs of the user-provided function has type ' + str(type(out)) + '.')
            if out.numel() != 1:
                raise RuntimeError('The output of the function given to hessian should contain a single element')
            firsts = slopes(out.reshape(()), xs)
            results = tuple(rows_of(f, xs, create_graph) for f in firsts)
        return results if many else results[0][0]

    def slopes(out, xs, create_graph=True):
        if not out.requires_grad:
            return tuple(torch.zeros_like(x) for x in xs)
        found = torch.autograd.grad(out, xs, create_graph=create_graph, allow_unused=True)
        return tuple(torch.zeros_like(x) if f is None else f for f, x in zip(found, xs))

    def vjp(func, inputs, v=None, create_graph=False, strict=False):
        many, xs = copies(inputs, create_graph)
        with torch.enable_grad():
            out = func(*xs)
            if v is None and out.numel() != 1:
                raise RuntimeError('The vector v can only be None if the user-provided function returns a single Tensor with a single element.')
            found = torch.autograd.grad(out, xs, v, create_graph=create_graph, allow_unused=True)
        found = tuple(torch.zeros_like(x) if f is None else f for f, x in zip(found, xs))
        out = out if create_graph else out.detach()
        return out, found if many else found[0]

    def jvp(func, inputs, v=None, create_graph=False, strict=False):
        many, xs = copies(inputs, create_graph)
        with torch.enable_grad():
            out = func(*xs)
            if v is None:
                if len(xs) > 1 or xs[0].numel() != 1:
                    raise RuntimeError('The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.')
                v = torch.ones_like(xs[0])
            vs = v if isinstance(v, (tuple, list)) else (v,)
            dual = torch.zeros_like(out).requires_grad_()
            firsts = torch.autograd.grad(out, xs, dual, create_graph=True, allow_unused=True)
            total = sum((f * w).sum() for f, w in zip(firsts, vs) if f is not None)
            found = torch.autograd.grad(total, dual, create_graph=create_graph, allow_unused=True)[0]
        out = out if create_graph else out.detach()
        return out, torch.zeros_like(out) if found is None else found

    def hvp(func, inputs, v=None, create_graph=False, strict=False):
        many, xs = copies(inputs, create_graph)
        with torch.enable_grad():
            out = func(*xs)
            if v is None:
                if len(xs) > 1 or xs[0].numel() != 1:
                    raise RuntimeError('The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.')
                v = torch.ones_like(xs[0])
            vs = v if isinstance(v, (tuple, list)) else (v,)
            firsts = slopes(out, xs)
            total = sum((f * w).sum() for f, w in zip(firsts, vs))
            found = (None,) * len(xs)
            if total.requires_grad:
                found = torch.autograd.grad(total, xs, create_graph=create_graph, allow_unused=True)
        found = tuple(torch.zeros_like(x) if f is None else f for f, x in zip(found, xs))
        out = out if create_graph else out.detach()
        return out, found if many else found[0]

    def picked(argnums, args):
        many = isinstance(argnums, tuple)
        places = argnums if many else (argnums,)
        return many, places, tuple(args[p].detach().requires_grad_() if not args[p].requires_grad else args[p].view_as(args[p]) for p in places)

    def with_parts(args, places, xs):
        args = list(args)
        for p, x in zip(places, xs):
            args[p] = x
        return args

    def grad_and_value(func, argnums=0, has_aux=False):
        def found(*args, **kwargs):
            many, places, xs = picked(argnums, args)
            outer = any(isinstance(a, torch.Tensor) and a.requires_grad for a in args)
            with torch.enable_grad():
                out = func(*with_parts(args, places, xs), **kwargs)
                out, aux = out if has_aux else (out, None)
                if out.dim() != 0:
                    raise RuntimeError('Expected f(*args) to return a scalar tensor, got tensor with ' + str(out.dim()) + ' dims. Maybe you wanted to use the vjp or jacrev APIs instead?')
                gs = slopes(out, xs, outer)
            out = out if outer else out.detach()
            gs = gs if many else gs[0]
            return (gs, (out, aux)) if has_aux else (gs, out)
        return found

    def grad(func, argnums=0, has_aux=False):
        both = grad_and_value(func, argnums, has_aux)
        def found(*args, **kwargs):
            gs, out = both(*args, **kwargs)
            return (gs, out[1]) if has_aux else gs
        return found

    def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None, randomness='error'):
        def found(*args, **kwargs):
            many, places, xs = picked(argnums, args)
            outer = any(isinstance(a, torch.Tensor) and a.requires_grad for a in args)
            with torch.enable_grad():
                out = func(*with_parts(args, places, xs), **kwargs)
                rows = rows_of(out, xs, outer)
            return rows if many else rows[0]
        return found

    def hessian_of(func, argnums=0):
        return jacrev(jacrev(func, argnums), argnums)

    def vmap(func, in_dims=0, out_dims=0, randomness='error', *, chunk_size=None):
        def found(*args, **kwargs):
            dims = in_dims if isinstance(in_dims, (tuple, list)) else (in_dims,) * len(args)
            sizes = [a.shape[d] for a, d in zip(args, dims) if d is not None]
            if not sizes:
                raise ValueError(f'vmap({func.__name__}, in_dims={in_dims}, ...)(<inputs>): at least one input must have a non-None in_dim')
            if any(n != sizes[0] for n in sizes):
                raise ValueError('vmap: Expected all tensors to have the same size in the mapped dimension, got sizes ' + str(sizes) + ' for the mapped dimension')
            outs = [func(*[a if d is None else a.select(d, i) for a, d in zip(args, dims)], **kwargs) for i in range(sizes[0])]
            if outs and isinstance(outs[0], tuple):
                return tuple(torch.stack(o, out_dims) for o in zip(*outs))
            return torch.stack(outs, out_dims)
        return found
    """#)
}
