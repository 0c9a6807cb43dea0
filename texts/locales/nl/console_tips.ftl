# Tips die wachten, in de browser.

console-tips-title = Tips die wachten
console-tips-what = Tips in eigen woorden gaan pas weg als de politie ze kon tegenhouden.
console-tips-none = Er wacht geen tip.
console-tip-title = Tip { $number }
console-tip-own = die jij schreef
console-tip-asked = Geschreven
console-approvals-tips = { $count ->
        [one] Er wacht ook 1 tip die je kunt tegenhouden.
       *[other] Er wachten ook { $count } tips die je kunt tegenhouden.
    }
console-today-tips = { $count ->
        [one] 1 tip, { $duration } geleden geschreven, die je kunt tegenhouden
       *[other] { $count } tips die je kunt tegenhouden, de eerste { $duration } geleden geschreven
    }
