# De melding van een overval die met tikken wordt gemaakt (alerts/robbery_facts.py). Ten hoogste vier regels per scherm.

robbery-board =
    <b>Gemeld: { $number }.</b>
    Politie of stadsmarinier ziet wat je tikt.
    Tik aan wat je weet. Niets hoeft.
    Gevaar, of iemand gewond? Bel <b>112</b>.
robbery-board-nobody =
    <b>Je melding { $number } is bewaard.</b>
    In dit gebied leest nu niemand van de politie mee.
    Bel <b>112</b>, als dat nog niet is gedaan.
    Tik daarna aan wat je weet. Niets hoeft.
robbery-board-ended =
    <b>Je melding { $number } is gesloten.</b>
    Is er toch nog iets? Bel <b>0900-8844</b>.
robbery-told = ✓ { $fact }: { $value }
robbery-done-button = Klaar
robbery-back = ‹ Vergissing: neem terug
robbery-undo = ‹ Toch niet
robbery-overview = ‹ Alles zien
robbery-skip = Weet ik niet
robbery-leave-open = Laat open

robbery-fact-kind = Wat het was
robbery-fact-when = Wanneer
robbery-fact-persons = Hoeveel daders
robbery-fact-weapon = Wapen
robbery-fact-injured = Gewonden
robbery-fact-exit_mode = Hoe ze weggingen
robbery-fact-exit_direction = Waarheen

robbery-ask-kind = <b>Wat was het?</b>
robbery-ask-when = <b>Wanneer was het?</b>
robbery-ask-persons = <b>Met hoeveel waren ze?</b>
robbery-ask-weapon = <b>Zag je een wapen?</b>
robbery-ask-injured =
    <b>Is er iemand gewond?</b>
    Bel dan eerst <b>112</b>.
robbery-ask-exit_mode = <b>Hoe gingen ze weg?</b>
robbery-ask-exit_direction = <b>Welke kant gingen ze op?</b>

robbery-when-0 = Net
robbery-when-10 = 10 minuten geleden
robbery-when-30 = Een half uur geleden
robbery-when-60 = Een uur geleden

robbery-done =
    <b>Dank je. Dit is genoeg.</b>
    Blijf niet alleen. Wacht op de politie.
    Praten helpt, nu of later. Slachtofferhulp: <b>0900-0101</b>.
robbery-add = Nog iets vertellen

robbery-typed = <b>Hoort dit bij je melding { $number }?</b>
robbery-add-words = Ja, zet het erbij
robbery-other = Nee, het is iets anders
