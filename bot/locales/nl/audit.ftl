# Lezen met een doel, en het logboek.

report-ask-purpose =
    <b>{ $number }</b> · { $kind }
    Waarvoor wil je deze melding lezen? Je keuze komt in het logboek.
purpose-triage = Beoordelen
purpose-pattern = Patroon zoeken
purpose-aftercare = Nazorg
purpose-review = Klacht of controle
