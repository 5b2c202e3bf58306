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
  """#
