extension WrittenLayers {
  /// Layers of attention, one upon the other.
  static let transformers = WrittenModule(
    "transformers",
    #"""
    def _activation(given):
        if isinstance(given, str):
            if given not in ('relu', 'gelu'):
                raise RuntimeError(f'activation should be relu/gelu, not {given}')
            return F.relu if given == 'relu' else F.gelu
        return given

    class _Block(nn.Module):
        decodes = False
        def __init__(self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation='relu', layer_norm_eps=1e-05, batch_first=False, norm_first=False, bias=True, device=None, dtype=None):
            super().__init__()
            self.self_attn = nn.MultiheadAttention(d_model, nhead, dropout=dropout, bias=bias, batch_first=batch_first)
            if self.decodes:
                self.multihead_attn = nn.MultiheadAttention(d_model, nhead, dropout=dropout, bias=bias, batch_first=batch_first)
            self.linear1 = nn.Linear(d_model, dim_feedforward, bias=bias)
            self.dropout = nn.Dropout(dropout)
            self.linear2 = nn.Linear(dim_feedforward, d_model, bias=bias)
            self.norm_first = norm_first
            self.norm1 = nn.LayerNorm(d_model, eps=layer_norm_eps)
            self.norm2 = nn.LayerNorm(d_model, eps=layer_norm_eps)
            if self.decodes:
                self.norm3 = nn.LayerNorm(d_model, eps=layer_norm_eps)
            self.dropout1 = nn.Dropout(dropout)
            self.dropout2 = nn.Dropout(dropout)
            if self.decodes:
                self.dropout3 = nn.Dropout(dropout)
            self.activation = _activation(activation)
        def attend(self, x, mask, padding):
            return self.dropout1(self.self_attn(x, x, x, attn_mask=mask, key_padding_mask=padding, need_weights=False)[0])
        def feed(self, x):
            return self.linear2(self.dropout(self.activation(self.linear1(x))))

    class TransformerEncoderLayer(_Block):
        def forward(self, src, src_mask=None, src_key_padding_mask=None, is_causal=False):
            x = src
            if self.norm_first:
                x = x + self.attend(self.norm1(x), src_mask, src_key_padding_mask)
                return x + self.dropout2(self.feed(self.norm2(x)))
            x = self.norm1(x + self.attend(x, src_mask, src_key_padding_mask))
            return self.norm2(x + self.dropout2(self.feed(x)))

    class TransformerDecoderLayer(_Block):
        decodes = True
        def cross(self, x, memory, mask, padding):
            return self.dropout2(self.multihead_attn(x, memory, memory, attn_mask=mask, key_padding_mask=padding, need_weights=False)[0])
        def forward(self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None, tgt_is_causal=False, memory_is_causal=False):
            x = tgt
            if self.norm_first:
                x = x + self.attend(self.norm1(x), tgt_mask, tgt_key_padding_mask)
                x = x + self.cross(self.norm2(x), memory, memory_mask, memory_key_padding_mask)
                return x + self.dropout3(self.feed(self.norm3(x)))
            x = self.norm1(x + self.attend(x, tgt_mask, tgt_key_padding_mask))
            x = self.norm2(x + self.cross(x, memory, memory_mask, memory_key_padding_mask))
            return self.norm3(x + self.dropout3(self.feed(x)))

    class _Stack(nn.Module):
        def __init__(self, layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True):
            super().__init__()
            self.layers = nn.ModuleList([_deepcopy(layer) for _ in range(num_layers)])
            self.num_layers, self.norm = num_layers, norm
        def through(self, x, *options):
            for layer in self.layers:
                x = layer(x, *options)
            return x if self.norm is None else self.norm(x)

    class TransformerEncoder(_Stack):
        def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
            return self.through(src, mask, src_key_padding_mask)

    class TransformerDecoder(_Stack):
        def forward(self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None):
            return self.through(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask)

    class ParameterDict(nn.Module):
        def __init__(self, parameters=None):
            super().__init__()
            self._order = []
            for name, value in (parameters or {}).items():
                self[name] = value
        def __setitem__(self, name, value):
            if name not in self._order:
                self._order.append(name)
            if isinstance(value, torch.Tensor) and not isinstance(value, nn.Parameter):
                value = nn.Parameter(value)
            setattr(self, name, value)
        def __getitem__(self, name):
            if name not in self._order:
                raise KeyError(name)
            return getattr(self, name)
        def __contains__(self, name):
            return name in self._order
        def __len__(self):
            return len(self._order)
        def __iter__(self):
            return iter(list(self._order))
        def keys(self):
            return list(self._order)
        def values(self):
            return [self[n] for n in self._order]
        def items(self):
            return [(n, self[n]) for n in self._order]
        def __repr__(self):
            rows = [f"    ({n}): Parameter containing: [{self[n].type()} of size {'x'.join(str(s) for s in self[n].shape)}]" for n in sorted(self._order)]
            return 'ParameterDict(' + (rows[0][2:] if len(rows) == 1 else '\n' + '\n'.join(rows) + '\n') + ')'
    """#)
}
