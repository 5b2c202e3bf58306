/// Formulas of the course and of what people write next to it, each with its pictures.
let formulaPictures = #"""
  » p_i = \frac{e^{z_i}}{\sum_{j=1}^{C} e^{z_j}}
             zᵢ
            e
    pᵢ = ─────────
           C   zⱼ
           ∑  e
          j=1
  = pᵢ = e^zᵢ / ∑ⱼ₌₁^C e^zⱼ

  » \log p_i = z_i - \log \sum_j e^{z_j}
                         zⱼ
    log pᵢ = zᵢ − log ∑ e
                      j
  = log pᵢ = zᵢ − log ∑ⱼ e^zⱼ

  » \operatorname{logsumexp}(z) = m + \log\left( \sum_{j} e^{z_j - m} \right), \quad m = \max_j z_j
                           ⎛   zⱼ−m⎞
    logsumexp(z) = m + log ⎜∑ e    ⎟,   m = max zⱼ
                           ⎝j      ⎠         j
  = logsumexp(z) = m + log(∑ⱼ e^(zⱼ−m)),   m = maxⱼ zⱼ

  » L = -\frac{1}{N}\sum_{n=1}^{N} \log p_{n, y_n}
           1   N
    L = − ───  ∑  log p
           N  n=1      n,yₙ
  = L = −(1/N) ∑ₙ₌₁ᴺ log p_(n,yₙ)

  » \mathcal{L} = -\sum_{i=1}^{C} y_i \log \hat{y}_i
          C
    L = − ∑  yᵢ log ŷᵢ
         i=1
  = L = −∑ᵢ₌₁^C yᵢ log ŷᵢ

  » \ell = -\bigl[ y \log p + (1 - y) \log(1 - p) \bigr]
    l = −[y log p + (1 − y) log(1 − p)]
  = l = −[y log p + (1 − y) log(1 − p)]

  » \ell(x, y) = \max(x, 0) - xy + \log\left(1 + e^{-|x|}\right)
                                   ⎛     −|x|⎞
    l(x, y) = max(x, 0) − xy + log ⎝1 + e    ⎠
  = l(x, y) = max(x, 0) − xy + log(1 + e^(−|x|))

  » \frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)
     ∂pᵢ
    ───── = pᵢ(δᵢⱼ − pⱼ)
     ∂zⱼ
  = ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ)

  » \frac{\partial L}{\partial W} = \frac{\partial L}{\partial z}\frac{\partial z}{\partial W} = \delta\, x^\top
     ∂L     ∂L   ∂z
    ──── = ──── ──── = δ xᵀ
     ∂W     ∂z   ∂W
  = ∂L/∂W = (∂L/∂z)(∂z/∂W) = δ xᵀ

  » \delta^{[2]} = \hat{y} - y
     [2]
    δ    = ŷ − y
  = δ^[2] = ŷ − y

  » \delta^{[1]} = (W^{[2]})^T \delta^{[2]} \circ \sigma'(z^{[1]})
     [1]     [2]   [2]       [1]
    δ    = (W   )ᵀδ    ∘ σ′(z   )
  = δ^[1] = (W^[2])ᵀδ^[2] ∘ σ′(z^[1])

  » \sigma(x) = \frac{1}{1 + e^{-x}}
               1
    σ(x) = ─────────
            1 + e⁻ˣ
  = σ(x) = 1/(1 + e⁻ˣ)

  » J = \begin{bmatrix} p_1(1-p_1) & -p_1 p_2 & -p_1 p_3 \\ -p_2 p_1 & p_2(1-p_2) & -p_2 p_3 \\ -p_3 p_1 & -p_3 p_2 & p_3(1-p_3)\end{bmatrix}
        ⎡ p₁(1 − p₁)    −p₁p₂       −p₁p₃    ⎤
    J = ⎢   −p₂p₁     p₂(1 − p₂)    −p₂p₃    ⎥
        ⎣   −p₃p₁       −p₃p₂     p₃(1 − p₃) ⎦
  = J = [p₁(1 − p₁) −p₁p₂ −p₁p₃; −p₂p₁ p₂(1 − p₂) −p₂p₃; −p₃p₁ −p₃p₂ p₃(1 − p₃)]

  » \operatorname{ReLU}(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}
              ⎧ x   if x > 0
    ReLU(x) = ⎨
              ⎩ 0   otherwise
  = ReLU(x) = {x if x > 0, 0 otherwise

  » \begin{aligned} m_t &= \beta_1 m_{t-1} + (1-\beta_1) g_t \\ v_t &= \beta_2 v_{t-1} + (1-\beta_2) g_t^2 \\ \hat m_t &= \frac{m_t}{1-\beta_1^t} \\ \theta_t &= \theta_{t-1} - \eta \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon} \end{aligned}
    mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ
    vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²
    
            mₜ
    m̂ₜ = ─────────
          1 − β₁ᵗ
    
                     m̂ₜ
    θₜ = θₜ₋₁ − η ─────────
                   √v̂ₜ + ϵ
  = mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ, vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ², m̂ₜ = mₜ/(1 − β₁ᵗ), θₜ = θₜ₋₁ − η(m̂ₜ/(√v̂ₜ + ϵ))

  » D_{\mathrm{KL}}(p \| q) = \sum_i p_i \log\frac{p_i}{q_i}
                         pᵢ
    D  (p‖q) = ∑ pᵢ log ────
     KL        i         qᵢ
  = D_KL(p‖q) = ∑ᵢ pᵢ log(pᵢ/qᵢ)

  » H(p, q) = -\mathbb{E}_{x \sim p}[\log q(x)]
    H(p, q) = −E   [log q(x)]
                x∼p
  = H(p, q) = −E_(x∼p)[log q(x)]

  » \text{loss} = -\frac{1}{2} \times (-0.416 + -0.416) = 0.416
              1
    loss = − ─── × (−0.416 + −0.416) = 0.416
              2
  = loss = −1/2 × (−0.416 + −0.416) = 0.416

  » \mathbf{z} = (z_1, z_2, ..., z_C), \quad \boldsymbol{x} \in \mathbb{R}^d, W \in \mathbb{R}^{m \times n}
                                          m×n
    z = (z₁, z₂, ..., z ),   x ∈ ℝᵈ, W ∈ ℝ
                       C
  = z = (z₁, z₂, ..., z_C),   x ∈ ℝᵈ, W ∈ ℝ^(m×n)

  » \frac{d}{dx}\left(\frac{f}{g}\right) = \frac{f'g - fg'}{g^2}
     d   ⎛ f ⎞    f′g − fg′
    ──── ⎜───⎟ = ───────────
     dx  ⎝ g ⎠       g²
  = (d/dx)(f/g) = (f′g − fg′)/g²

  » \underbrace{z_y}_{\text{correct}} - \underbrace{\log\sum_j e^{z_j}}_{\text{all}}
                     zⱼ
      z     − log ∑ e
       y          j
      ╰┬╯     ╰───┬───╯
    correct      all
  = z_y (correct) − log ∑ⱼ e^zⱼ (all)

  » \sqrt{\sigma^2 + \epsilon}, \sqrt{\frac{a}{b}}, \sqrt[3]{x}, \sqrt{x}
              ┌────
     ______   │  a
    √σ² + ϵ,  │ ───, ³√x, √x
             ╲│  b
  = √(σ² + ϵ), √(a/b), ³√x, √x

  » \text{log\_softmax} = \log\left( \frac{\exp(x_i)}{\sum_j \exp(x_j)} \right)
                      ⎛  exp(xᵢ)   ⎞
    log_softmax = log ⎜────────────⎟
                      ⎝ ∑ⱼ exp(xⱼ) ⎠
  = log_softmax = log(exp(xᵢ) / ∑ⱼ exp(xⱼ))

  » e^{-\frac{(x-\mu)^2}{2\sigma^2}}
        (x−μ)²
     − ────────
         2σ²
    e
  = e^(−(x−μ)²/(2σ²))

  » \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}
         f(x + h) − f(x)
    lim ─────────────────
    h→0         h
  = lim_(h→0) ((f(x + h) − f(x))/h)

  » \int_0^1 f(x)\,dx = \left. F(x) \right|_0^1
    ∫₀¹ f(x) dx = F(x)|₀¹
  = ∫₀¹ f(x) dx = F(x)|₀¹

  » \vec{v} = \overline{ab} + \bar{x} + \hat{p} + \tilde{W} + \widehat{abc} + \dot{x}
    →   __                ^
    v = ab + x̄ + p̂ + W̃ + abc + ẋ
  = v = a̅b̅ + x̄ + p̂ + W̃ + âb̂ĉ + ẋ

  » \theta^* = \arg\max_\theta \prod_{n=1}^N p(y_n \mid x_n; \theta)
                  N
    θ* = arg max  ∏  p(yₙ | xₙ; θ)
              θ  n=1
  = θ* = arg max_θ ∏ₙ₌₁ᴺ p(yₙ | xₙ; θ)

  » \|x\|_2 = \sqrt{\sum_i x_i^2}, |x - y| \leq \epsilon
            ┌──────
    ‖x‖₂ =  │ ∑ xᵢ², |x − y| ≤ ϵ
           ╲│ i
  = ‖x‖₂ = √(∑ᵢ xᵢ²), |x − y| ≤ ϵ

  » \nabla_\theta L = 0 \Rightarrow \binom{n}{k}
              ⎛n⎞
    ∇ L = 0 ⇒ ⎜ ⎟
     θ        ⎝k⎠
  = ∇_θ L = 0 ⇒ (n ¦ k)

  » w \leftarrow w - \eta \frac{\partial L}{\partial w}
               ∂L
    w ← w − η ────
               ∂w
  = w ← w − η(∂L/∂w)

  » p_{y_i}^{(t)}, z_i^{[l]}, x^{2n}, a_{max}
     (t)    [l]
    p   , zᵢ   , x²ⁿ, aₘₐₓ
     yᵢ
  = p_yᵢ⁽ᵗ⁾, zᵢ^[l], x²ⁿ, aₘₐₓ

  » \frac{\frac{a}{b}}{c}, \frac{1}{2}x, 2^{10}
      a
     ───
      b     1
    ─────, ─── x, 2¹⁰
      c     2
  = (a/b)/c, (1/2)x, 2¹⁰

  » -\sum_{c=1}^{C} \underbrace{y_c}_{\in\{0,1\}} \log p_c
      C
    − ∑    y    log p
     c=1    c        c
          ╰┬╯
         ∈{0,1}
  = −∑_(c=1)^C y_c (∈ {0, 1}) log p_c

  » \sqrt{\frac{a}{b}} + \sqrt[3]{x+y} + \sqrt[n]{\frac{a}{b}} + \sqrt[k+1]{x} + \sqrt{x^{[2]}}
     ┌────              ┌────            ┌─────
     │  a      _____    │  a             │  [2]
     │ ─── + ³√x + y + n│ ─── + ᵏ⁺¹√x + ╲│ x
    ╲│  b              ╲│  b
  = √(a/b) + ³√(x + y) + ⁿ√(a/b) + ᵏ⁺¹√x + √(x^[2])

  » \lim_{h\to 0} \frac{f(x+h)-f(x)}{h}
         f(x + h) − f(x)
    lim ─────────────────
    h→0         h
  = lim_(h→0) ((f(x + h) − f(x))/h)

  » \underbrace{z_y}_{\text{correct}} - \overbrace{\log\sum_j e^{z_j}}^{\text{all}}
                 all
              ╭───┴───╮
                     zⱼ
      z     − log ∑ e
       y          j
      ╰┬╯
    correct
  = z_y (correct) − log ∑ⱼ e^zⱼ (all)

  » A = \begin{pmatrix} 1 & \cdots & n \\ \vdots & \ddots & \vdots \\ 1 & \cdots & n \end{pmatrix}, \begin{pmatrix} a & b \\ c & d \end{pmatrix}, \begin{vmatrix} a \\ b \\ c\\ d\end{vmatrix}
        ⎛ 1   ⋯   n ⎞  ⎛ a  b ⎞  │ a │
    A = ⎜ ┊  ˙·.  ┊ ⎟, ⎜      ⎟, │ b │
        ⎝ 1   ⋯   n ⎠  ⎝ c  d ⎠  │ c │
                                 │ d │
  = A = (1 ⋯ n; ┊ ˙·. ┊; 1 ⋯ n), (a b; c d), |a; b; c; d|

  » \begin{cases} x & x>0 \\ \frac{a}{b} & x < 0 \\ y & \text{else} \end{cases}
    ⎧ x     x > 0
    ⎪
    ⎪  a
    ⎨ ───   x < 0
    ⎪  b
    ⎪
    ⎩ y     else
  = {x x > 0, a/b x < 0, y else

  » \begin{array}{c|cc} & a & b \\ \hline x & 1 & 2 \\ y & 3 & 4 \end{array}
      │ a  b
    ────────
    x │ 1  2
    y │ 3  4
  =  a b; x 1 2; y 3 4

  » \sum_{\substack{i=1 \\ i \neq j}}^n x_i
     n
     ∑  xᵢ
    i=1
    i≠j
  = ∑_(i=1, i≠j)ⁿ xᵢ

  » \text{softmax}(\mathbf{z})_i = \frac{\exp(z_i - \max_k z_k)}{\sum_{j=1}^{C} \exp(z_j - \max_k z_k)}
                     exp(zᵢ − maxₖ zₖ)
    softmax(z)ᵢ = ───────────────────────
                    C
                    ∑  exp(zⱼ − maxₖ zₖ)
                   j=1
  = softmax(z)ᵢ = exp(zᵢ − maxₖ zₖ) / ∑ⱼ₌₁^C exp(zⱼ − maxₖ zₖ)

  » \frac{\partial L}{\partial z_i} = \sum_k \frac{\partial L}{\partial p_k} \frac{\partial p_k}{\partial z_i} = \sum_k \left(-\frac{y_k}{p_k}\right) p_k (\delta_{ki} - p_i) = p_i \sum_k y_k - y_i = p_i - y_i
     ∂L        ∂L    ∂pₖ      ⎛   yₖ ⎞
    ───── = ∑ ───── ───── = ∑ ⎜− ────⎟ pₖ(δₖᵢ − pᵢ) = pᵢ ∑ yₖ − yᵢ = pᵢ − yᵢ
     ∂zᵢ    k  ∂pₖ   ∂zᵢ    k ⎝   pₖ ⎠                   k
  = ∂L/∂zᵢ = ∑ₖ (∂L/∂pₖ)(∂pₖ/∂zᵢ) = ∑ₖ (−yₖ/pₖ)pₖ(δₖᵢ − pᵢ) = pᵢ ∑ₖ yₖ − yᵢ = pᵢ − yᵢ

  » L = -\log \frac{e^{z_y}}{\sum_j e^{z_j}} = -z_y + \log \sum_j e^{z_j}
                z
                 y
               e                     zⱼ
    L = −log ──────── = −z  + log ∑ e
                  zⱼ      y       j
              ∑ⱼ e
  = L = −log(e^(z_y) / ∑ⱼ e^zⱼ) = −z_y + log ∑ⱼ e^zⱼ

  » \sigma'(x) = \sigma(x)\bigl(1 - \sigma(x)\bigr)
    σ′(x) = σ(x)(1 − σ(x))
  = σ′(x) = σ(x)(1 − σ(x))

  » \text{BCE} = -\frac{1}{N} \sum_{n=1}^N \Bigl[ y_n \log \sigma(x_n) + (1-y_n) \log\bigl(1-\sigma(x_n)\bigr) \Bigr]
             1   N
    BCE = − ───  ∑  [yₙ log σ(xₙ) + (1 − yₙ) log(1 − σ(xₙ))]
             N  n=1
  = BCE = −(1/N) ∑ₙ₌₁ᴺ [yₙ log σ(xₙ) + (1 − yₙ) log(1 − σ(xₙ))]

  » \nabla_{W^{[1]}} L = \delta^{[1]} (a^{[0]})^\top
              [1]  [0]
    ∇    L = δ   (a   )ᵀ
      [1]
     W
  = ∇_(W^[1]) L = δ^[1](a^[0])ᵀ

  » \left.\frac{dy}{dx}\right|_{x=0} = \left\| \frac{a}{b} \right\|^2 = \left\lfloor \frac{a}{b} \right\rfloor
     dy │      ║ a ║²   ⎢ a ⎥
    ────│    = ║───║  = ⎢───⎥
     dx │ₓ₌₀   ║ b ║    ⎣ b ⎦
  = dy/dx|ₓ₌₀ = ‖a/b‖² = ⌊a/b⌋

  » \text{GELU}(x) = x\,\Phi(x) \approx 0.5x\left(1 + \tanh\left[\sqrt{2/\pi}\,(x + 0.044715x^3)\right]\right)
                            ⎛         ⎡ ___                 ⎤⎞
    GELU(x) = x Φ(x) ≈ 0.5x ⎝1 + tanh ⎣√2/π (x + 0.044715x³)⎦⎠
  = GELU(x) = x Φ(x) ≈ 0.5x(1 + tanh[√(2/π) (x + 0.044715x³)])

  » y = \frac{x - \mathbb{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \odot \gamma + \beta
          x − E[x]
    y = ───────────── ⊙ γ + β
          __________
         √Var[x] + ϵ
  = y = (x − E[x])/√(Var[x] + ϵ) ⊙ γ + β

  » \mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right) V
                                 ⎛ QKᵀ ⎞
    Attention(Q, K, V) = softmax ⎜─────⎟ V
                                 ⎝ √dₖ ⎠
  = Attention(Q, K, V) = softmax(QKᵀ/√dₖ)V

  » H(p) = -\sum_{x \in \mathcal{X}} p(x) \log p(x)
    H(p) = − ∑  p(x) log p(x)
            x∈X
  = H(p) = −∑_(x∈X) p(x) log p(x)

  » P(A \mid B) = \frac{P(B \mid A) P(A)}{P(B)}
                P(B | A)P(A)
    P(A | B) = ──────────────
                    P(B)
  = P(A | B) = P(B | A)P(A)/P(B)

  » \hat{\theta} = \underset{\theta}{\arg\max} \; \log p(D \mid \theta)
    θ̂ = arg max log p(D | θ)
           θ
  = θ̂ = arg max_θ log p(D | θ)

  » f \circ g, a \odot b, x \in \mathbb{R}^{N \times C}, \delta_{y}^{(i)}, W_{ij}^{(l)}, e^{-z}, 10^{-8}, x_{t+1}
                       N×C   (i)
    f ∘ g, a ⊙ b, x ∈ ℝ   , δ   , Wᵢⱼ⁽ˡ⁾, e⁻ᶻ, 10⁻⁸, xₜ₊₁
                             y
  = f ∘ g, a ⊙ b, x ∈ ℝ^(N×C), δ_y⁽ⁱ⁾, Wᵢⱼ⁽ˡ⁾, e⁻ᶻ, 10⁻⁸, xₜ₊₁

  » \boxed{p - y}
    ┌───────┐
    │ p − y │
    └───────┘
  = [p − y]

  » p(x) = \frac{1}{\sigma\sqrt{2\pi}} e^{-\frac{1}{2}\left(\frac{x-\mu}{\sigma}\right)^2}
                      1  ⎛ x−μ ⎞²
                   − ─── ⎜─────⎟
             1        2  ⎝  σ  ⎠
    p(x) = ────── e
              __
            σ√2π
  = p(x) = (1/(σ√(2π)))e^(−(1/2)((x−μ)/σ)²)

  » |x| + |-y|, \log|x|, \{1, 2, \ldots, C\}, [0, 1), f: X \to Y, a := b, n!
    |x| + |−y|, log|x|, {1, 2, …, C}, [0, 1), f : X → Y, a := b, n!
  = |x| + |−y|, log|x|, {1, 2, …, C}, [0, 1), f : X → Y, a := b, n!

  » x \xrightarrow{W} h \stackrel{\text{def}}{=} y, \overset{*}{x}, a \not= b, a \not\in B
      W   def    ∗
    x ⟶ h  =  y, x, a ≠ b, a ∉ B
  = x ⟶ᵂ h =^def y, x*, a ≠ b, a ∉ B

  » (\frac{a}{b})^2 + (\sum_i x_i)^2 + [\frac{1}{2}]
    ⎛ a ⎞²             ⎡ 1 ⎤
    ⎜───⎟  + ⎛∑ xᵢ⎞² + ⎢───⎥
    ⎝ b ⎠    ⎝i   ⎠    ⎣ 2 ⎦
  = (a/b)² + (∑ᵢ xᵢ)² + [1/2]

  » \mathop{\rm argmax}_x f(x) + {\bf W}x^\intercal
    argmax f(x) + Wxᵀ
      x
  = argmaxₓ f(x) + Wxᵀ

  » \mathbf{x}_{1:T}, \mathbb{1}[y=c], 1{,}000, \mathrm{KL}\left(p \,\middle\|\, q\right)
    x   , 1[y = c], 1,000, KL(p ‖ q)
     1:T
  = x_(1:T), 1[y = c], 1,000, KL(p ‖ q)

  » x^{\mathsf{T}} \lVert x \rVert_2 \left\lVert \frac{x}{2} \right\rVert_1
           ║ x ║
    xᵀ‖x‖₂ ║───║
           ║ 2 ║₁
  = xᵀ‖x‖₂‖x/2‖₁

  » \hat{\mathbf{y}} = \vec{x}^T
        →
    ŷ = xᵀ
  = ŷ = xᵀ

  » y = x^2 \text{ if } x > 0, \text{otherwise } 0
    y = x² if x > 0, otherwise 0
  = y = x² if x > 0, otherwise 0

  » e^{-1000} + e^{-z_i} + \tfrac{1}{2} x
              −zᵢ
    e⁻¹⁰⁰⁰ + e    + (1/2)x
  = e⁻¹⁰⁰⁰ + e^(−zᵢ) + (1/2)x
  """#
