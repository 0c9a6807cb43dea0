# Tips that wait, in the browser.

console-tips-title = Tips that wait
console-tips-what = Tips in words of one’s own go out only after the police could stop them.
console-tips-none = No tip is waiting.
console-tip-title = Tip { $number }
console-tip-own = written by you
console-tip-asked = Written
console-approvals-tips = { $count ->
        [one] 1 tip is waiting too, which you can stop.
       *[other] { $count } tips are waiting too, which you can stop.
    }
console-today-tips = { $count ->
        [one] 1 tip, written { $duration } ago, which you can stop
       *[other] { $count } tips which you can stop, the first written { $duration } ago
    }
