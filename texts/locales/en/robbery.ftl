# A robbery: what to do while it goes on, and in the first hour after it (docs/domain.md §4).

menu-robbery = Robbery: what to do now
robbery-button = Robbery: what now?
robbery-now =
    <b>Call 112 as soon as it is safe.</b>
    Stay calm. Do as you are told. Hand it over. Look well.
    Pressed the alarm button? Call 112 all the same: the alarm centre checks first.
    Press here when you are safe.
robbery-safe = I am safe
robbery-safe-first =
    <b>Good that you are safe.</b>
    Has 112 been called? If not: call now.
    Close the door. Let nobody else in.
    Ready? Report it below with one tap.
robbery-safe-stranger =
    <b>Good that you are safe.</b>
    Has 112 been called? If not: call now.
    Close the door. Let nobody else in.
    Ready? Go on below.
robbery-safe-shops =
    <b>Good that you are safe.</b>
    Has 112 been called? If not: call now.
    Close the door. Let nobody else in.
    Where was it? Tap the business: then it is reported.
robbery-report = Report the robbery
robbery-report-at = Robbery at: { $shop }

first-hour-title = The first hour, step by step
first-hour-step = <b>The first hour: step { $step } of { $steps }</b>
first-hour-all = <b>The first hour</b>
first-hour-next = Next step
first-hour-show-all = All at once
first-hour-1 = Close the doors. Let nobody in.
first-hour-2 = Call 112: street and house number, who is hurt, weapons, where and how they fled.
first-hour-3 = Help whoever is hurt.
first-hour-4 = Touch nothing: not the till, the safe or the door.
first-hour-5 = Ask customers to wait. Not possible? Write down name and number for the police.
first-hour-6 = Let everybody write down alone what they saw. Not what you think.
first-hour-7 = Keep the camera footage for the police. Share it with nobody else.
first-hour-8 = Do not talk to the press. Name no amount.
first-hour-9 = Call home.
first-hour-10 = Let nobody go home alone. Call Slachtofferhulp (victim support): 0900-0101.
first-hour-end = You report the crime to the police. For an appointment call 0900-8844.
