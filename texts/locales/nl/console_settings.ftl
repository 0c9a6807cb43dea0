# Instellingen van een gemeente in de browser.

console-settings-title = Een gemeente instellen
console-settings-open = Open de instellingen
console-settings-of = Gemeente { $name }
console-settings-duty = Versturen zonder collega
console-settings-duty-told = De politie en de andere beheerders daar krijgen er bericht van.
console-settings-names = Namen van rollen
console-settings-names-how = Hoe heet een rol in deze gemeente? Laat het leeg voor de gewone naam. Typ de naam van de functie, zoals coördinator nazorg.
console-settings-now = Nu bewaard: { $name }.
console-settings-keep = Bewaar de namen
console-settings-changed = Een collega heeft deze namen net gewijzigd. Er is niets bewaard. Bij elke naam staat wat er nu bewaard is; bewaar opnieuw als wat je typte moet gelden.
