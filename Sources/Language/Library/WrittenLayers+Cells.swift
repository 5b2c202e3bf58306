extension WrittenLayers {
  /// Recurrent layers and attention.
  static let cells = WrittenModule(
    "cells",
    #"""
    def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side='right'):
        longest = max(len(s) for s in sequences)
        rows = []
        for s in sequences:
            rest = s.new_full((longest - len(s),) + tuple(s.shape[1:]), padding_value)
            rows.append(torch.cat([s, rest] if padding_side == 'right' else [rest, s]))
        return torch.stack(rows, 0 if batch_first else 1)

    class _Recurrent(nn.Module):
        gates = 1
        def __init__(self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False, nonlinearity='tanh', device=None, dtype=None):
            super().__init__()
            self.input_size, self.hidden_size, self.num_layers = input_size, hidden_size, num_layers
            self.has_bias, self.batch_first, self.dropout = bias, batch_first, float(dropout)
            self.bidirectional, self.nonlinearity = bidirectional, nonlinearity
            ways, rows = 2 if bidirectional else 1, self.gates * hidden_size
            bound = 1.0 / math.sqrt(hidden_size)
            for layer in range(num_layers):
                for way in range(ways):
                    end = f"_l{layer}" + ('_reverse' if way else '')
                    width = input_size if layer == 0 else hidden_size * ways
                    shapes = {'weight_ih': (rows, width), 'weight_hh': (rows, hidden_size)}
                    if bias:
                        shapes['bias_ih'], shapes['bias_hh'] = (rows,), (rows,)
                    for name, shape in shapes.items():
                        setattr(self, name + end, nn.Parameter(torch.empty(shape, dtype=dtype)))
            for p in self.parameters():
                with torch.no_grad():
                    p.uniform_(-bound, bound)
        def extra_repr(self):
            s = f"{self.input_size}, {self.hidden_size}"
            if self.num_layers != 1:
                s += f", num_layers={self.num_layers}"
            if self.has_bias is not True:
                s += f", bias={self.has_bias}"
            if self.batch_first is not False:
                s += f", batch_first={self.batch_first}"
            if self.dropout != 0:
                s += f", dropout={self.dropout}"
            if self.bidirectional is not False:
                s += f", bidirectional={self.bidirectional}"
            return s
        def run(self, x, states, layer, way):
            end = f"_l{layer}" + ('_reverse' if way else '')
            b = (getattr(self, 'bias_ih' + end), getattr(self, 'bias_hh' + end)) if self.has_bias else (None, None)
            outputs, steps = [], list(x.unbind(0))
            for step in (reversed(steps) if way else steps):
                i = F.linear(step, getattr(self, 'weight_ih' + end), b[0])
                h = F.linear(states[0], getattr(self, 'weight_hh' + end), b[1])
                states = self.cell(i, h, states)
                outputs.append(states[0])
            return torch.stack(outputs[::-1] if way else outputs), states
        def forward(self, input, hx=None):
            single = input.dim() == 2
            if input.dim() not in (2, 3):
                raise ValueError(f"{type(self).__name__}: Expected input to be 2D or 3D, got {input.dim()}D instead")
            if input.shape[-1] != self.input_size:
                raise RuntimeError(f"input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.shape[-1]}")
            x = input.unsqueeze(1) if single else input.transpose(0, 1) if self.batch_first else input
            ways = 2 if self.bidirectional else 1
            count = 2 if self.gates == 4 else 1
            shape = (self.num_layers * ways, x.shape[1], self.hidden_size)
            if hx is None:
                given = (torch.zeros(shape, dtype=x.dtype),) * count
            else:
                given = hx if count == 2 else (hx,)
                if single:
                    given = tuple(g.unsqueeze(1) for g in given)
            last = []
            for layer in range(self.num_layers):
                parts = []
                for way in range(ways):
                    at = layer * ways + way
                    y, states = self.run(x, tuple(g[at] for g in given), layer, way)
                    parts.append(y)
                    last.append(states)
                x = torch.cat(parts, -1) if ways == 2 else parts[0]
                if self.dropout and layer < self.num_layers - 1:
                    x = F.dropout(x, self.dropout, self.training)
            ends = tuple(torch.stack([s[k] for s in last]) for k in range(count))
            if single:
                x, ends = x.squeeze(1), tuple(e.squeeze(1) for e in ends)
            elif self.batch_first:
                x = x.transpose(0, 1)
            return x, ends if count == 2 else ends[0]

    class RNN(_Recurrent):
        def __init__(self, input_size, hidden_size, num_layers=1, nonlinearity='tanh', bias=True, batch_first=False, dropout=0.0, bidirectional=False, device=None, dtype=None):
            super().__init__(input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, nonlinearity, device, dtype)
        def cell(self, i, h, states):
            return (torch.tanh(i + h) if self.nonlinearity == 'tanh' else torch.relu(i + h),)
    class LSTM(_Recurrent):
        gates = 4
        def cell(self, x, h, states):
            i, f, g, o = (x + h).chunk(4, -1)
            c = torch.sigmoid(f) * states[1] + torch.sigmoid(i) * torch.tanh(g)
            return torch.sigmoid(o) * torch.tanh(c), c
    class GRU(_Recurrent):
        gates = 3
        def cell(self, x, h, states):
            xr, xz, xn = x.chunk(3, -1)
            hr, hz, hn = h.chunk(3, -1)
            r, z = torch.sigmoid(xr + hr), torch.sigmoid(xz + hz)
            n = torch.tanh(xn + r * hn)
            return (n + z * (states[0] - n),)

    class _Cell(nn.Module):
        gates = 1
        def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
            super().__init__()
            self.input_size, self.hidden_size = input_size, hidden_size
            rows, bound = self.gates * hidden_size, 1.0 / math.sqrt(hidden_size)
            self.weight_ih = nn.Parameter(torch.empty(rows, input_size, dtype=dtype).uniform_(-bound, bound))
            self.weight_hh = nn.Parameter(torch.empty(rows, hidden_size, dtype=dtype).uniform_(-bound, bound))
            self.bias_ih = nn.Parameter(torch.empty(rows, dtype=dtype).uniform_(-bound, bound)) if bias else None
            self.bias_hh = nn.Parameter(torch.empty(rows, dtype=dtype).uniform_(-bound, bound)) if bias else None
        def extra_repr(self):
            return f"{self.input_size}, {self.hidden_size}" + ('' if self.bias_ih is not None else ', bias=False')
        def gated(self, x, h):
            return F.linear(x, self.weight_ih, self.bias_ih), F.linear(h, self.weight_hh, self.bias_hh)
        def start(self, x):
            return torch.zeros(tuple(x.shape[:-1]) + (self.hidden_size,), dtype=x.dtype)
    class RNNCell(_Cell):
        def __init__(self, input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None):
            super().__init__(input_size, hidden_size, bias, device, dtype)
            self.nonlinearity = nonlinearity
        def forward(self, input, hx=None):
            i, h = self.gated(input, self.start(input) if hx is None else hx)
            return torch.tanh(i + h) if self.nonlinearity == 'tanh' else torch.relu(i + h)
    class LSTMCell(_Cell):
        gates = 4
        def forward(self, input, hx=None):
            h, c = (self.start(input), self.start(input)) if hx is None else hx
            return LSTM.cell(self, *self.gated(input, h), (h, c))
    class GRUCell(_Cell):
        gates = 3
        def forward(self, input, hx=None):
            h = self.start(input) if hx is None else hx
            return GRU.cell(self, *self.gated(input, h), (h,))[0]

    class NonDynamicallyQuantizableLinear(nn.Linear):
        pass

    class MultiheadAttention(nn.Module):
        def __init__(self, embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False, add_zero_attn=False, kdim=None, vdim=None, batch_first=False, device=None, dtype=None):
            super().__init__()
            self.embed_dim, self.num_heads, self.dropout, self.batch_first = embed_dim, num_heads, dropout, batch_first
            self.head_dim = embed_dim // num_heads
            assert self.head_dim * num_heads == embed_dim, 'embed_dim must be divisible by num_heads'
            self.in_proj_weight = nn.Parameter(torch.empty(3 * embed_dim, embed_dim))
            self.in_proj_bias = nn.Parameter(torch.zeros(3 * embed_dim)) if bias else None
            self.out_proj = NonDynamicallyQuantizableLinear(embed_dim, embed_dim, bias=bias)
            nn.init.xavier_uniform_(self.in_proj_weight)
            if bias:
                nn.init.constant_(self.out_proj.bias, 0.0)
        def forward(self, query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None, average_attn_weights=True, is_causal=False):
            single = query.dim() == 2
            q, k, v = query, key, value
            if single:
                q, k, v = q.unsqueeze(1), k.unsqueeze(1), v.unsqueeze(1)
            elif self.batch_first:
                q, k, v = q.transpose(0, 1), k.transpose(0, 1), v.transpose(0, 1)
            w = self.in_proj_weight.chunk(3)
            b = self.in_proj_bias.chunk(3) if self.in_proj_bias is not None else (None,) * 3
            length, batch, width = q.shape
            def heads(x, i):
                y = F.linear(x, w[i], b[i])
                return y.reshape(x.shape[0], batch * self.num_heads, self.head_dim).transpose(0, 1)
            q, k, v = heads(q, 0), heads(k, 1), heads(v, 2)
            scores = (q * math.sqrt(1.0 / self.head_dim)) @ k.transpose(1, 2)
            if attn_mask is not None:
                mask = attn_mask
                if mask.dim() == 2:
                    mask = mask.unsqueeze(0)
                scores = scores.masked_fill(mask, -math.inf) if mask.dtype == torch.bool else scores + mask
            if key_padding_mask is not None:
                hidden = key_padding_mask.reshape(batch, 1, 1, -1)
                scores = scores.reshape(batch, self.num_heads, length, -1).masked_fill(hidden, -math.inf).reshape(scores.shape)
            weights = F.softmax(scores, -1)
            if self.dropout and self.training:
                weights = F.dropout(weights, self.dropout)
            y = (weights @ v).transpose(0, 1).reshape(length * batch, width)
            y = self.out_proj(y).reshape(length, batch, width)
            kept = weights.reshape(batch, self.num_heads, length, -1)
            if average_attn_weights:
                kept = kept.mean(1)
            if single:
                y, kept = y.squeeze(1), kept.squeeze(0)
            elif self.batch_first:
                y = y.transpose(0, 1)
            return y, kept if need_weights else None
    """#)
}
