/// More formulas, each with its pictures.
let moreFormulaPictures = #"""
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

  » a^{(1)\top} \delta^{(2)}
    a⁽¹⁾ᵀδ⁽²⁾
  = a⁽¹⁾ᵀδ⁽²⁾

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
