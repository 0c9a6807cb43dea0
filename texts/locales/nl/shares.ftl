# Aandelen van meldingen: op tijd gesloten, en goed geholpen.

not-allowed-see_shares = Cijfers bekijken kan alleen de politie, een stadsmarinier, de gemeente of de beheerder van een KVO-groep.
shares-in-time = Binnen 48 uur gesloten: ongeveer { $percent }% van de meldingen.
shares-in-time-all = Binnen 48 uur gesloten: bijna alle meldingen.
shares-in-time-none = Binnen 48 uur gesloten: bijna geen melding.
shares-satisfied = Goed geholpen, volgens wie daarop antwoordde: ongeveer { $percent }%.
shares-satisfied-all = Goed geholpen, volgens wie daarop antwoordde: bijna iedereen.
shares-satisfied-none = Goed geholpen, volgens wie daarop antwoordde: bijna niemand.
shares-areas = <b>Per gemeente</b>
shares-area = { $name }: binnen 48 uur { $in_time } · goed geholpen { $satisfied }
shares-percent = { $percent }%
shares-hidden = –
shares-hint = Aandelen zijn afgerond op 5%. Waar te weinig meldingen of antwoorden zijn, staat er niets of een streepje.
