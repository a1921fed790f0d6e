<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AcceptRestoredDialog</name>
    <message>
        <source>A backup was restored</source>
        <translation>Une sauvegarde a été restaurée</translation>
    </message>
    <message>
        <source>Your statement is signed and enters the event chain. It names the state that was found and the state that was given up. From then on this computer remembers the present state. What was recorded in between is no longer in this vault.</source>
        <translation>Votre déclaration est signée et inscrite dans la chaîne d&apos;événements. Elle désigne l&apos;état trouvé et l&apos;état abandonné. Dès lors, cet ordinateur retient l&apos;état présent. Ce qui a été consigné entre les deux n&apos;est plus dans ce coffre.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are given up.</source>
        <translation>
            <numerusform>%n entrée est abandonnée.</numerusform>
            <numerusform>%n entrées sont abandonnées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which backup, and why</source>
        <translation>Quelle sauvegarde, et pourquoi</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>No turn is entered yet.</source>
        <translation>Aucune intervention n&apos;est encore consignée.</translation>
    </message>
    <message>
        <source>Turn {number}: {kind}, {speaker}</source>
        <translation>Intervention {number}&#xa0;: {kind}, {speaker}</translation>
    </message>
    <message>
        <source>struck out: {reason}</source>
        <translation>biffé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Modifier</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Aban&amp;donner</translation>
    </message>
    <message>
        <source>Discard what was typed in this turn and not saved</source>
        <translation>Abandonner ce qui a été écrit ici sans être enregistré</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>A note of rectification has no turns: its corrections are formalities (F7).</source>
        <translation>Une note rectificative n&apos;a pas d&apos;interventions&#xa0;: ses corrections sont des formalités (F7).</translation>
    </message>
    <message>
        <source>No turn yet
Write the first question below and press Enter. Question and answer then change places by themselves.
/v puts in a caution  ·  /e says who enters</source>
        <translation>Aucune intervention
Écrivez la première question ci-dessous et appuyez sur Entrée. Question et réponse alternent ensuite d&apos;elles-mêmes.
/v insère un avertissement  ·  /e dit qui entre</translation>
    </message>
    <message>
        <source>T&amp;urn</source>
        <translation>Interventi&amp;on</translation>
    </message>
    <message>
        <source>C&amp;orrect…</source>
        <translation>C&amp;orriger…</translation>
    </message>
    <message>
        <source>Its words stay as they were read back; a correction stands under them.</source>
        <translation>Ses mots restent tels qu&apos;ils ont été relus&#xa0;; une correction figure dessous.</translation>
    </message>
</context>
<context>
    <name>ActionDayDialog</name>
    <message>
        <source>Action day</source>
        <translation>Journée d&apos;action</translation>
    </message>
    <message>
        <source>Each number that a team got is used by an exhibit, or is voided for a reason. Exhibits are compared by their numbers.</source>
        <translation>Chaque numéro reçu par une équipe est porté par une pièce, ou annulé avec un motif. Les pièces sont comparées par leurs numéros.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>No team is entered yet. Add one in the section Teams.</source>
        <translation>Aucune équipe n&apos;est encore inscrite. Ajoutez-en une dans la section Équipes.</translation>
    </message>
    <message>
        <source>Persons found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>No person found is entered.</source>
        <translation>Aucune personne trouvée n&apos;est inscrite.</translation>
    </message>
    <message>
        <source>&amp;Run sheet of the team…</source>
        <translation>&amp;Feuille de route de l&apos;équipe…</translation>
    </message>
    <message>
        <source>Sheet of labels</source>
        <translation>Planche d&apos;étiquettes</translation>
    </message>
    <message>
        <source>Sheet of &amp;labels</source>
        <translation>P&amp;lanche d&apos;étiquettes</translation>
    </message>
    <message>
        <source>La&amp;bels of the team…</source>
        <translation>Éti&amp;quettes de l&apos;équipe…</translation>
    </message>
    <message>
        <source>&amp;Print what is open…</source>
        <translation>&amp;Imprimer ce qui est ouvert…</translation>
    </message>
    <message>
        <source>Go to the &amp;entry</source>
        <translation>Aller à l&apos;in&amp;scription</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Every number is used or voided, and something is decided for each person found.</source>
        <translation>Chaque numéro est utilisé ou annulé, et une décision existe pour chaque personne trouvée.</translation>
    </message>
    <message>
        <source>Please choose the sheet.</source>
        <translation>Choisissez la planche.</translation>
    </message>
</context>
<context>
    <name>AdColumnsForm</name>
    <message>
        <source>Column of the text</source>
        <translation>Colonne du texte</translation>
    </message>
    <message>
        <source>Column of the title</source>
        <translation>Colonne du titre</translation>
    </message>
    <message>
        <source>Column of the telephone numbers</source>
        <translation>Colonne des numéros de téléphone</translation>
    </message>
    <message>
        <source>Column of the platform&apos;s number</source>
        <translation>Colonne du numéro de la plateforme</translation>
    </message>
    <message>
        <source>Column of the address</source>
        <translation>Colonne de l&apos;adresse web</translation>
    </message>
    <message>
        <source>Column of the place</source>
        <translation>Colonne du lieu</translation>
    </message>
    <message>
        <source>Column of the price</source>
        <translation>Colonne du prix</translation>
    </message>
    <message>
        <source>Column of when it was posted</source>
        <translation>Colonne de la date de publication</translation>
    </message>
    <message>
        <source>Column of the pictures</source>
        <translation>Colonne des images</translation>
    </message>
    <message>
        <source>Column of the platform</source>
        <translation>Colonne de la plateforme</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>point-virgule</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <source>vertical line</source>
        <translation>barre verticale</translation>
    </message>
    <message>
        <source>&amp;Read the titles</source>
        <translation>&amp;Lire les titres</translation>
    </message>
    <message>
        <source>Columns are divided by</source>
        <translation>Les colonnes sont séparées par</translation>
    </message>
    <message>
        <source>Platform of all rows</source>
        <translation>Plateforme de toutes les lignes</translation>
    </message>
</context>
<context>
    <name>AddPersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>The case file names the person by pseudonym. The identity is sealed separately and may stay empty. An age that is disputed is entered afterwards, as claims: whoever may be under 18 by one of them is treated as a child.</source>
        <translation>Le dossier désigne la personne par son pseudonyme. L&apos;identité est scellée à part et peut rester vide. Un âge contesté s&apos;inscrit ensuite, sous forme de déclarations&#xa0;: qui peut avoir moins de 18 ans selon l&apos;une d&apos;elles est traité comme un enfant.</translation>
    </message>
    <message>
        <source>Role in the proceedings</source>
        <translation>Qualité dans la procédure</translation>
    </message>
    <message>
        <source>Identity (sealed)</source>
        <translation>Identité (scellée)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>AddStampDialog</name>
    <message>
        <source>Add a time stamp</source>
        <translation>Ajouter un horodatage</translation>
    </message>
    <message>
        <source>Signed PDF, or opened package (.asice)</source>
        <translation>PDF signé, ou paquet ouvert (.asice)</translation>
    </message>
    <message>
        <source>Signed &amp;PDF or package</source>
        <translation>&amp;PDF signé ou paquet</translation>
    </message>
    <message>
        <source>Re&amp;quest (.tsq)</source>
        <translation>&amp;Demande (.tsq)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>&amp;Answer (.tsr)</source>
        <translation>&amp;Réponse (.tsr)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>&amp;Root certificate of the authority</source>
        <translation>&amp;Certificat racine de l&apos;autorité</translation>
    </message>
    <message>
        <source>Root certificate of the authority</source>
        <translation>Certificat racine de l&apos;autorité</translation>
    </message>
    <message>
        <source>If you trust it; without it the level stays B-B</source>
        <translation>Si vous lui faites confiance&#xa0;; sans lui, le niveau reste B-B</translation>
    </message>
    <message>
        <source>&amp;New file with the stamp</source>
        <translation>&amp;Nouveau fichier horodaté</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Nouveau fichier</translation>
    </message>
    <message>
        <source>Make the sealed pac&amp;kage…</source>
        <translation>Faire le pa&amp;quet scellé…</translation>
    </message>
    <message>
        <source>A&amp;dd the stamp</source>
        <translation>A&amp;jouter l&apos;horodatage</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The stamp is filled in, and the whole file is checked.</source>
        <translation>L&apos;horodatage est ajouté, et le fichier entier est vérifié.</translation>
    </message>
    <message>
        <source>Nothing was written: the stamp does not hold for this file.</source>
        <translation>Rien n&apos;a été écrit&#xa0;: l&apos;horodatage n&apos;est pas valide pour ce fichier.</translation>
    </message>
    <message>
        <source>The stamped bundle is written and recorded.</source>
        <translation>La liasse horodatée est écrite et enregistrée.</translation>
    </message>
    <message>
        <source>The stamped package is written. Keep the first one too: a receipt names that one.</source>
        <translation>Le paquet horodaté est écrit. Gardez aussi le premier&#xa0;: un accusé de réception désigne celui-là.</translation>
    </message>
    <message>
        <source>The stamped file is written. Nothing was recorded: it is no bundle of this vault, or your function does not release bundles.</source>
        <translation>Le fichier horodaté est écrit. Rien n&apos;a été enregistré&#xa0;: ce n&apos;est pas une liasse de ce coffre, ou votre fonction ne remet pas de liasses.</translation>
    </message>
    <message>
        <source>A new file is written: the signed PDF with the stamp behind it, or the package with the stamp in its signature. A package that has a stamp gets an archive time stamp over all of it. The first file stays as it is. A bundle of this vault with its stamp is recorded, so that a package can carry it.</source>
        <translation>Un nouveau fichier est écrit&#xa0;: le PDF signé suivi de l&apos;horodatage, ou le paquet avec l&apos;horodatage dans sa signature. Un paquet déjà horodaté reçoit un horodatage d&apos;archivage qui le couvre en entier. Le premier fichier reste tel quel. Une liasse de ce coffre avec son horodatage est enregistrée, pour qu&apos;un paquet puisse la porter.</translation>
    </message>
    <message>
        <source>&amp;Folder with data for later checks</source>
        <translation>Do&amp;ssier des données de vérification</translation>
    </message>
</context>
<context>
    <name>AddUserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Ajouter un utilisateur</translation>
    </message>
    <message>
        <source>Let the new user type the passphrase.</source>
        <translation>Laissez le nouvel utilisateur taper sa phrase de passe.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>&amp;Fonction</translation>
    </message>
    <message>
        <source>Please choose the function.</source>
        <translation>Veuillez choisir la fonction.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>The keys of the new user are made. This takes a few seconds.</source>
        <translation>Les clés du nouvel utilisateur sont créées. Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>Please write the name.</source>
        <translation>Veuillez écrire le nom.</translation>
    </message>
</context>
<context>
    <name>AdoptDialog</name>
    <message>
        <source>Adopt a pack</source>
        <translation>Adopter un jeu de données</translation>
    </message>
    <message>
        <source>Save the pack in use, change it, and give it a version, a day of checking and a source of your own. Every pack that was in use stays in the vault.</source>
        <translation>Enregistrez le jeu utilisé, modifiez-le, et donnez-lui une version, un jour de vérification et une source à vous. Chaque jeu qui a été utilisé reste dans le coffre.</translation>
    </message>
    <message>
        <source>File of the pack</source>
        <translation>Fichier du jeu</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;File of the pack (TOML)</source>
        <translation>&amp;Fichier du jeu (TOML)</translation>
    </message>
    <message>
        <source>&amp;Why, and on what it rests</source>
        <translation>Pour&amp;quoi, et sur quoi cela repose</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>&amp;Adopter</translation>
    </message>
    <message>
        <source>Please write why, and on what it rests.</source>
        <translation>Écrivez pourquoi, et sur quoi cela repose.</translation>
    </message>
    <message>
        <source>The pack is read and recorded.</source>
        <translation>Le jeu est lu et enregistré.</translation>
    </message>
</context>
<context>
    <name>AdsDialog</name>
    <message>
        <source>Advertisements</source>
        <translation>Annonces</translation>
    </message>
    <message>
        <source>No advertisement is read yet. Choose an exhibit on the page Exhibits, and read one of its files.</source>
        <translation>Aucune annonce n&apos;est encore lue. Choisissez une pièce sur la page Pièces, et lisez un de ses fichiers.</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>Ce qu&apos;elles ont en commun</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Où cela figure</translation>
    </message>
    <message>
        <source>The files of exhibits have these advertisements. Two may share a number, a text or a picture: this does not say who wrote them.</source>
        <translation>Ces annonces se trouvent dans des fichiers de pièces. Deux annonces peuvent avoir en commun un numéro, un texte ou une image&#xa0;: cela ne dit pas qui les a écrites.</translation>
    </message>
    <message>
        <source>Choose a line above.</source>
        <translation>Choisissez une ligne ci-dessus.</translation>
    </message>
    <message>
        <source>All advertisements</source>
        <translation>Toutes les annonces</translation>
    </message>
    <message>
        <source>Files that were read</source>
        <translation>Fichiers lus</translation>
    </message>
    <message>
        <source>Words of the advertisement</source>
        <translation>Texte de l’annonce</translation>
    </message>
    <message>
        <source>Wh&amp;y it is withdrawn</source>
        <translation>&amp;Pourquoi elle est retirée</translation>
    </message>
    <message>
        <source>Withdraw the &amp;reading</source>
        <translation>&amp;Retirer la lecture</translation>
    </message>
    <message>
        <source>&amp;What they share</source>
        <translation>&amp;Ce qu&apos;elles ont en commun</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <source>&amp;Files that were read</source>
        <translation>&amp;Fichiers lus</translation>
    </message>
    <message>
        <source>&amp;Links of what they share…</source>
        <translation>&amp;Liens de ce qu&apos;elles partagent…</translation>
    </message>
    <message>
        <source>Compare the &amp;pictures</source>
        <translation>Comparer les &amp;images</translation>
    </message>
    <message>
        <source>Go to the s&amp;ource</source>
        <translation>Aller à la s&amp;ource</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The advertisements are being compared…</source>
        <translation>Les annonces sont en cours de comparaison…</translation>
    </message>
    <message>
        <source>No two advertisements share anything.</source>
        <translation>Aucune annonce n&apos;a rien en commun avec une autre.</translation>
    </message>
    <message>
        <source>Alike by a mark that is computed from the pictures. They may be different: look at both.</source>
        <translation>Semblables selon une empreinte calculée à partir des images. Elles peuvent être différentes&#xa0;: regardez les deux.</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n advertisement(s) compared; this vault is only read.</source>
        <translation>
            <numerusform>{done} annonce sur %n comparée&#xa0;; ce coffre est seulement lu.</numerusform>
            <numerusform>{done} annonces sur %n sont comparées&#xa0;; ce coffre est seulement lu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not compared yet.</source>
        <translation>
            <numerusform>%n image n&apos;est pas encore comparée.</numerusform>
            <numerusform>%n images ne sont pas encore comparées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) cannot be compared: they are not read, or show too little.</source>
        <translation>
            <numerusform>%n image ne peut pas être comparée&#xa0;: elle n&apos;est pas lue, ou montre trop peu.</numerusform>
            <numerusform>%n images ne peuvent pas être comparées&#xa0;: elles ne sont pas lues, ou montrent trop peu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures are being compared: {done} of {total}</source>
        <translation>Comparaison des images&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>The pictures are being compared…</source>
        <translation>Comparaison des images…</translation>
    </message>
    <message>
        <source>Say why the reading is withdrawn.</source>
        <translation>Dites pourquoi la lecture est retirée.</translation>
    </message>
    <message>
        <source>The reading is withdrawn. Its file can be read again at its exhibit.</source>
        <translation>La lecture est retirée. Son fichier peut être relu à sa pièce.</translation>
    </message>
    <message>
        <source>As it is written</source>
        <translation>Tel qu&apos;il est écrit</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Lu le</translation>
    </message>
    <message>
        <source>Rows without any</source>
        <translation>Lignes sans annonce</translation>
    </message>
    <message>
        <source>Withdrawn because</source>
        <translation>Retirée parce que</translation>
    </message>
    <message>
        <source>Look at &amp;both…</source>
        <translation>Regarder les &amp;deux…</translation>
    </message>
</context>
<context>
    <name>AnchorsCard</name>
    <message>
        <source>Compare with a &amp;file…</source>
        <translation>Comparer avec un &amp;fichier…</translation>
    </message>
    <message>
        <source>Compare a sh&amp;ort code…</source>
        <translation>Comparer un c&amp;ode court…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>States of this vault known elsewhere</source>
        <translation>États de ce coffre connus ailleurs</translation>
    </message>
    <message>
        <source>This computer has known it since</source>
        <translation>Connu de cet ordinateur depuis</translation>
    </message>
    <message>
        <source>this unlock</source>
        <translation>ce déverrouillage</translation>
    </message>
    <message>
        <source>Last seen here</source>
        <translation>Vu ici pour la dernière fois</translation>
    </message>
    <message>
        <source>{when}, {entries}</source>
        <translation>{when}, {entries}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>{when}, with {what}</source>
        <translation>{when}, avec {what}</translation>
    </message>
    <message>
        <source>Last copied outside this computer</source>
        <translation>Dernière copie hors de cet ordinateur</translation>
    </message>
    <message>
        <source>Short code now</source>
        <translation>Code court actuel</translation>
    </message>
    <message>
        <source>Restored backups that replaced it</source>
        <translation>Sauvegardes qui l&apos;ont remplacé</translation>
    </message>
    <message>
        <source>Another state was given up; its last short code was {code}.</source>
        <translation>Un autre état a été abandonné&#xa0;; son dernier code court était {code}.</translation>
    </message>
    <message>
        <source>Bundle or custody extract to compare with</source>
        <translation>Liasse ou extrait de conservation à comparer</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were given up; their last short code was {code}.</source>
        <translation>
            <numerusform>%n entrée a été abandonnée&#xa0;; son code court était {code}.</numerusform>
            <numerusform>%n entrées ont été abandonnées&#xa0;; leur dernier code court était {code}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnexDialog</name>
    <message>
        <source>Identity annex of bundle {number}</source>
        <translation>Annexe d&apos;identité de la liasse {number}</translation>
    </message>
    <message>
        <source>Who the pseudonyms are, signed and closed for these recipients alone. The identities are opened after both persons approved, and are neither shown nor written in clear.</source>
        <translation>Qui sont les pseudonymes, signé et fermé pour ces seuls destinataires. Les identités sont ouvertes après l&apos;accord des deux personnes, et ne sont ni montrées ni écrites en clair.</translation>
    </message>
    <message>
        <source>&amp;Identities of</source>
        <translation>&amp;Identités de</translation>
    </message>
    <message>
        <source>Closed &amp;for</source>
        <translation>Fermée &amp;pour</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Addresses too, because</source>
        <translation>&amp;Adresses aussi, car</translation>
    </message>
    <message>
        <source>Only if somebody ordered it</source>
        <translation>Seulement si quelqu&apos;un l&apos;a ordonné</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parco&amp;urir…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>Nouveau do&amp;ssier</translation>
    </message>
    <message>
        <source>&amp;Sign and close</source>
        <translation>Signer et &amp;fermer</translation>
    </message>
    <message>
        <source>Please tick whose identity it tells.</source>
        <translation>Veuillez cocher de qui elle dit l&apos;identité.</translation>
    </message>
    <message>
        <source>Please tick for whom it is closed.</source>
        <translation>Veuillez cocher pour qui elle est fermée.</translation>
    </message>
    <message>
        <source>Please write why the identities are told.</source>
        <translation>Veuillez écrire pourquoi les identités sont dites.</translation>
    </message>
    <message>
        <source>The annex is signed, written, and read again.</source>
        <translation>L&apos;annexe est signée, écrite et relue.</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer the linguist, turn {turn}</source>
        <translation>Répondre au linguiste, intervention {turn}</translation>
    </message>
    <message>
        <source>The answer stands with the question. A later one takes its place.</source>
        <translation>La réponse figure avec la question. Une réponse ultérieure la remplace.</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Réponse</translation>
    </message>
    <message>
        <source>&amp;Give the answer</source>
        <translation>&amp;Donner la réponse</translation>
    </message>
    <message>
        <source>Please write the answer.</source>
        <translation>Veuillez écrire la réponse.</translation>
    </message>
</context>
<context>
    <name>AskStampDialog</name>
    <message>
        <source>Ask for a time stamp</source>
        <translation>Demander un horodatage</translation>
    </message>
    <message>
        <source>The request has a digest of the file and a number, nothing of its content. Carry it to a computer with a network, send it to a time-stamp authority, and carry the answer back.</source>
        <translation>La demande porte une empreinte du fichier et un nombre, rien de son contenu. Portez-la sur un ordinateur connecté, envoyez-la à une autorité d&apos;horodatage, et rapportez la réponse.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Signed PDF, or opened package (.asice)</source>
        <translation>PDF signé, ou paquet ouvert (.asice)</translation>
    </message>
    <message>
        <source>Signed &amp;PDF or package</source>
        <translation>&amp;PDF signé ou paquet</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Pa&amp;rcourir…</translation>
    </message>
    <message>
        <source>&amp;New request (.tsq)</source>
        <translation>&amp;Nouvelle demande (.tsq)</translation>
    </message>
    <message>
        <source>Write the &amp;request</source>
        <translation>&amp;Écrire la demande</translation>
    </message>
    <message>
        <source>The signed file is checked, and the request is written.</source>
        <translation>Le fichier signé est vérifié, et la demande est écrite.</translation>
    </message>
    <message>
        <source>The request is written: {file}. Fill the answer in here, under Add a time stamp.</source>
        <translation>La demande est écrite&#xa0;: {file}. Complétez la réponse ici, sous Ajouter un horodatage.</translation>
    </message>
    <message>
        <source>&amp;Folder with data for later checks</source>
        <translation>Do&amp;ssier des données de vérification</translation>
    </message>
</context>
<context>
    <name>AssessmentDialog</name>
    <message>
        <source>Individual assessment of {person}</source>
        <translation>Évaluation individuelle de {person}</translation>
    </message>
    <message>
        <source>&amp;Open the newest</source>
        <translation>&amp;Ouvrir la plus récente</translation>
    </message>
    <message>
        <source>&amp;Enter a new one…</source>
        <translation>En in&amp;scrire une nouvelle…</translation>
    </message>
    <message>
        <source>It is sealed under a key that few users hold, and never goes into a bundle. The event chain records that you opened it, when, and the reason that you type here.</source>
        <translation>Elle est scellée sous une clé que peu d&apos;utilisateurs détiennent et n&apos;entre jamais dans une liasse. La chaîne d&apos;événements consigne votre consultation, son moment et le motif que vous tapez ici.</translation>
    </message>
    <message>
        <source>&amp;Reason for opening it</source>
        <translation>&amp;Motif de la consultation</translation>
    </message>
    <message>
        <source>Reason for opening it</source>
        <translation>Motif de la consultation</translation>
    </message>
    <message>
        <source>Reading the vault…</source>
        <translation>Lecture du coffre…</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Il faut un motif. Veuillez écrire pourquoi.</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) of it are sealed.</source>
        <translation>
            <numerusform>%n version en est scellée.</numerusform>
            <numerusform>%n versions en sont scellées.</numerusform>
        </translation>
    </message>
    <message>
        <source>This person has not been assessed yet.</source>
        <translation>Cette personne n&apos;a pas encore été évaluée.</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Assign a record</source>
        <translation>Confier un procès-verbal</translation>
    </message>
    <message>
        <source>The interpreter need not be there. While they have it, nobody else writes in the job.</source>
        <translation>L&apos;interprète n&apos;a pas besoin d&apos;être présent. Tant qu&apos;il l&apos;a, personne d&apos;autre n&apos;écrit dans ce travail.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Procès-verbal</translation>
    </message>
    <message>
        <source>&amp;Interpreter</source>
        <translation>&amp;Interprète</translation>
    </message>
    <message>
        <source>In&amp;to</source>
        <translation>&amp;Vers</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Nature</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;But</translation>
    </message>
    <message>
        <source>D&amp;ue on</source>
        <translation>É&amp;chéance</translation>
    </message>
    <message>
        <source>&amp;Terms agreed</source>
        <translation>Condi&amp;tions convenues</translation>
    </message>
    <message>
        <source>The recor&amp;ding goes along</source>
        <translation>Avec l&apos;&amp;enregistrement</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Confier</translation>
    </message>
    <message>
        <source>Please choose into which language it is rendered.</source>
        <translation>Veuillez choisir dans quelle langue c&apos;est rendu.</translation>
    </message>
    <message>
        <source>The interpreter&apos;s entry does not name this language: {language}.</source>
        <translation>L&apos;inscription de l&apos;interprète ne nomme pas cette langue&#xa0;: {language}.</translation>
    </message>
    <message>
        <source>Please choose what the translation is.</source>
        <translation>Veuillez choisir la nature de la traduction.</translation>
    </message>
    <message>
        <source>Please write for what it is rendered.</source>
        <translation>Veuillez écrire à quoi sert la traduction.</translation>
    </message>
    <message>
        <source>The store is being made…</source>
        <translation>Le dépôt est en cours de création…</translation>
    </message>
    <message>
        <source>&amp;Made from</source>
        <translation>&amp;Fait à partir de</translation>
    </message>
    <message>
        <source>&amp;Why a copy was enough</source>
        <translation>Pour&amp;quoi une copie a suffi</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Please choose the record.</source>
        <translation>Veuillez choisir le procès-verbal.</translation>
    </message>
    <message>
        <source>Please choose the interpreter.</source>
        <translation>Veuillez choisir l’interprète.</translation>
    </message>
    <message>
        <source>Job {number} is open for this: it is given out as it stands.</source>
        <translation>Le travail {number} est ouvert pour cela&#xa0;: il est confié tel quel.</translation>
    </message>
    <message>
        <source>Job {number} is given out as it stands. From what it is made is not answered: without that it cannot be certified. Change it in the list of jobs first.</source>
        <translation>Le travail {number} est confié tel quel. Il n’est pas dit à partir de quoi il est fait&#xa0;: sans cela, il ne peut pas être certifié. Modifiez-le d’abord dans la liste des travaux.</translation>
    </message>
    <message>
        <source>No interpreter of this case can be chosen: none is entered with an active user of the vault who has the function of an interpreter and the same name, in their script or in Latin letters.</source>
        <translation>Aucun interprète de ce dossier ne peut être choisi&#xa0;: aucun n&apos;est inscrit avec un utilisateur actif du coffre qui a la fonction d&apos;interprète et le même nom, dans son écriture ou en lettres latines.</translation>
    </message>
    <message>
        <source>It goes to a &amp;laptop of the interpreter&apos;s own, in a packet</source>
        <translation>Il part sur un portab&amp;le de l&apos;interprète, dans un paquet</translation>
    </message>
</context>
<context>
    <name>AssignJobDialog</name>
    <message>
        <source>Assign job {number}</source>
        <translation>Confier le travail {number}</translation>
    </message>
    <message>
        <source>They get a store of their own with this record and nothing else. While they have it, nobody else writes in the job. They read there until when it is due, and the terms agreed.</source>
        <translation>Il reçoit un dépôt à lui, avec ce procès-verbal et rien d&apos;autre. Tant qu&apos;il l&apos;a, personne d&apos;autre n&apos;écrit dans le travail. Il y lit l&apos;échéance et les conditions convenues.</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>&amp;Due on</source>
        <translation>À rendre &amp;le</translation>
    </message>
    <message>
        <source>Te&amp;rms agreed</source>
        <translation>Cond&amp;itions convenues</translation>
    </message>
    <message>
        <source>The recordin&amp;g goes along</source>
        <translation>Avec l&apos;enre&amp;gistrement</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Confier</translation>
    </message>
    <message>
        <source>Please choose who renders or revises it.</source>
        <translation>Choisissez qui traduit ou révise.</translation>
    </message>
    <message>
        <source>The store is being made…</source>
        <translation>Le dépôt est en cours de création…</translation>
    </message>
    <message>
        <source>{name} renders it</source>
        <translation>{name} traduit</translation>
    </message>
    <message>
        <source>{name} revises it: agrees, or disputes, turn by turn</source>
        <translation>{name} révise&#xa0;: approuve ou conteste, intervention par intervention</translation>
    </message>
    <message>
        <source>No interpreter of this case is an active user with this function and name.</source>
        <translation>Aucun interprète de ce dossier n&apos;est utilisateur actif avec cette fonction et ce nom.</translation>
    </message>
</context>
<context>
    <name>AssignmentWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>No version waits for your signature.</source>
        <translation>Aucune version n&apos;attend votre signature.</translation>
    </message>
    <message>
        <source>No turn differs in numbers, dates, names or length.</source>
        <translation>Aucune intervention ne diffère en nombres, dates, noms ou longueur.</translation>
    </message>
    <message>
        <source>It is sealed for the magistrates. Nothing of it is kept here.</source>
        <translation>C&apos;est scellé pour les magistrats. Rien n&apos;en est gardé ici.</translation>
    </message>
    <message>
        <source>Kept {time}</source>
        <translation>Conservé {time}</translation>
    </message>
    <message>
        <source>The judge answers when the work is merged. Until then nothing can be certified.</source>
        <translation>Le juge répond quand le travail est intégré. Jusque-là, rien ne peut être certifié.</translation>
    </message>
    <message>
        <source>Every turn is signed. {certify} certifies the translation, {back} hands back.</source>
        <translation>Chaque intervention est signée. {certify} certifie la traduction, {back} rend l&apos;écran.</translation>
    </message>
    <message>
        <source>Every turn is written. {key} signs them.</source>
        <translation>Toutes les interventions sont écrites. {key} les signe.</translation>
    </message>
    <message>
        <source>Each difference was signed with its reason.</source>
        <translation>Chaque différence a été signée avec sa raison.</translation>
    </message>
</context>
<context>
    <name>AssignmentsDialog</name>
    <message>
        <source>Interpreters: {case}</source>
        <translation>Interprètes&#xa0;: {case}</translation>
    </message>
    <message>
        <source>Each works in a store of their own, with one record and nothing else.</source>
        <translation>Chacun travaille dans son propre dépôt, avec un seul procès-verbal et rien d&apos;autre.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Procès-verbal</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interprète</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Confié</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Travaux confiés</translation>
    </message>
    <message>
        <source>Nothing is given out in this case.</source>
        <translation>Rien n&apos;est confié dans ce dossier.</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Confier…</translation>
    </message>
    <message>
        <source>&amp;Look at what came back…</source>
        <translation>&amp;Voir ce qui est rendu…</translation>
    </message>
    <message>
        <source>&amp;Close…</source>
        <translation>C&amp;lôturer…</translation>
    </message>
    <message>
        <source>&amp;Take back a packet…</source>
        <translation>&amp;Récupérer un paquet…</translation>
    </message>
    <message>
        <source>A&amp;nswer the linguist…</source>
        <translation>Répo&amp;ndre au linguiste…</translation>
    </message>
    <message>
        <source>&amp;Read what is sealed…</source>
        <translation>&amp;Lire ce qui est scellé…</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>&amp;Passer l&apos;écran</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>What came back is being looked for…</source>
        <translation>Recherche de ce qui est revenu…</translation>
    </message>
    <message>
        <source>What came back is being read…</source>
        <translation>Lecture de ce qui est revenu…</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) wait for an answer.</source>
        <translation>
            <numerusform>%n question attend une réponse.</numerusform>
            <numerusform>%n questions attendent une réponse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of the linguist are sealed for the magistrates, who read them here.</source>
        <translation>
            <numerusform>%n mot du linguiste est scellé pour les magistrats, qui le lisent ici.</numerusform>
            <numerusform>%n mots du linguiste sont scellés pour les magistrats, qui les lisent ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of the linguist are sealed: tell a magistrate, who alone reads them.</source>
        <translation>
            <numerusform>%n mot du linguiste est scellé&#xa0;: prévenez un magistrat, qui seul peut le lire.</numerusform>
            <numerusform>%n mots du linguiste sont scellés&#xa0;: prévenez un magistrat, qui seul peut les lire.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Confié</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Absent d&apos;ici</translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>&amp;Envoyer…</translation>
    </message>
    <message>
        <source>The packet that came back</source>
        <translation>Le paquet qui est revenu</translation>
    </message>
    <message numerus="yes">
        <source>Merged: %n entry(s), in the interpreter&apos;s name and under their signature.</source>
        <translation>
            <numerusform>Intégré&#xa0;: %n entrée, au nom de l&apos;interprète et sous sa signature.</numerusform>
            <numerusform>Intégré&#xa0;: %n entrées, au nom de l&apos;interprète et sous sa signature.</numerusform>
        </translation>
    </message>
    <message>
        <source>Away since {day}</source>
        <translation>Parti depuis le {day}</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Attend l&apos;envoi</translation>
    </message>
    <message>
        <source>Handed back {time}, waits</source>
        <translation>Rendu {time}, en attente</translation>
    </message>
    <message>
        <source>Merged {time}</source>
        <translation>Intégré {time}</translation>
    </message>
    <message>
        <source>&amp;Go to the turn that changed…</source>
        <translation>Aller à l&apos;interventi&amp;on qui a changé…</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) changed since and wait to be rendered again.</source>
        <translation>
            <numerusform>%n intervention a changé depuis et attend d&apos;être traduite à nouveau.</numerusform>
            <numerusform>%n interventions ont changé depuis et attendent d&apos;être traduites à nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) were struck out since.</source>
        <translation>
            <numerusform>%n intervention a été rayée depuis.</numerusform>
            <numerusform>%n interventions ont été rayées depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Work is given out in other cases too: {cases}. Open the case to see it.</source>
        <translation>Du travail est confié dans d&apos;autres dossiers aussi&#xa0;: {cases}. Ouvrez le dossier pour le voir.</translation>
    </message>
    <message>
        <source>Go to the &amp;disputed turn…</source>
        <translation>Aller à l&apos;intervention contes&amp;tée…</translation>
    </message>
</context>
<context>
    <name>AuthorsDialog</name>
    <message>
        <source>Please choose</source>
        <translation>À choisir</translation>
    </message>
    <message>
        <source>&amp;Turns</source>
        <translation>In&amp;terventions</translation>
    </message>
    <message>
        <source>Turn {number} alone</source>
        <translation>L&apos;intervention {number} seule</translation>
    </message>
    <message>
        <source>From turn {number} on</source>
        <translation>À partir de l&apos;intervention {number}</translation>
    </message>
    <message>
        <source>Up to turn {number}</source>
        <translation>Jusqu&apos;à l&apos;intervention {number}</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Make a backup</source>
        <translation>Faire une sauvegarde</translation>
    </message>
    <message>
        <source>Choose a new or empty folder on another medium. If you choose the folder of an earlier backup of this vault, only what is new is copied.</source>
        <translation>Choisissez un dossier nouveau ou vide sur un autre support. Si vous choisissez le dossier d&apos;une sauvegarde antérieure de ce coffre, seul ce qui est nouveau est copié.</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Do&amp;ssier</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Dossier de la sauvegarde</translation>
    </message>
    <message>
        <source>&amp;Which medium</source>
        <translation>&amp;Quel support</translation>
    </message>
    <message>
        <source>&amp;Make the backup</source>
        <translation>&amp;Faire la sauvegarde</translation>
    </message>
    <message>
        <source>Please choose a folder.</source>
        <translation>Veuillez choisir un dossier.</translation>
    </message>
</context>
<context>
    <name>BackupPart</name>
    <message>
        <source>&amp;Make a backup…</source>
        <translation>&amp;Faire une sauvegarde…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>A backup is encrypted like the vault and opens with the same passphrases and recovery code. Keep it on a medium in another place, and test from time to time that it can be restored.</source>
        <translation>Une sauvegarde est chiffrée comme le coffre et s&apos;ouvre avec les mêmes phrases de passe et le même code de secours. Gardez-la sur un support rangé ailleurs, et vérifiez de temps en temps qu&apos;elle peut être restaurée.</translation>
    </message>
    <message>
        <source>&amp;Test the restoration…</source>
        <translation>&amp;Tester la restauration…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Testée</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>No backup has been made yet. Make the first with the button above.</source>
        <translation>Aucune sauvegarde n&apos;a encore été faite. Faites la première avec le bouton ci-dessus.</translation>
    </message>
    <message>
        <source>Testing the restoration of the backup</source>
        <translation>Restauration d&apos;essai de la sauvegarde</translation>
    </message>
    <message>
        <source>Size: {size}, of which {new} new. Short code of this state: {code}</source>
        <translation>Taille&#xa0;: {size}, dont {new} de nouveau. Code court de cet état&#xa0;: {code}</translation>
    </message>
    <message>
        <source>A vault was restored from the backup, and everything in it is valid.</source>
        <translation>Un coffre a été restauré à partir de la sauvegarde, et tout y est valide.</translation>
    </message>
    <message>
        <source>Making the backup</source>
        <translation>Sauvegarde en cours</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) read.</source>
        <translation>
            <numerusform>%n fichier conservé lu.</numerusform>
            <numerusform>%n fichiers conservés lus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BankWordsDialog</name>
    <message>
        <source>What the bank&apos;s words mean</source>
        <translation>Sens des mots de la banque</translation>
    </message>
    <message>
        <source>The bank stated the status of these transactions in its own words. Ask it what they mean. Each transaction of this case with the chosen words is corrected, for the same reason; the words stay beside the status.</source>
        <translation>La banque a indiqué l&apos;état de ces opérations dans ses propres mots. Demandez-lui ce qu&apos;ils signifient. Chaque opération de ce dossier qui porte les mots choisis est corrigée, pour le même motif&#xa0;; les mots restent à côté de l&apos;état.</translation>
    </message>
    <message>
        <source>&amp;Words of the bank</source>
        <translation>&amp;Mots de la banque</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>É&amp;tat</translation>
    </message>
    <message>
        <source>W&amp;hy it is corrected</source>
        <translation>Moti&amp;f de la correction</translation>
    </message>
    <message>
        <source>C&amp;orrect</source>
        <translation>&amp;Corriger</translation>
    </message>
    <message>
        <source>Please choose the words of the bank.</source>
        <translation>Choisissez les mots de la banque.</translation>
    </message>
    <message>
        <source>Please choose what the words mean.</source>
        <translation>Choisissez ce que signifient ces mots.</translation>
    </message>
    <message>
        <source>Please write why it is corrected.</source>
        <translation>Indiquez le motif de la correction.</translation>
    </message>
    <message>
        <source>The transactions are corrected. Until all are, none is.</source>
        <translation>Les opérations sont en cours de correction. Tant que toutes ne le sont pas, aucune ne l&apos;est.</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>sans mots</translation>
    </message>
    <message numerus="yes">
        <source>{words}: %n transaction(s)</source>
        <translation>
            <numerusform>{words}&#xa0;: %n opération</numerusform>
            <numerusform>{words}&#xa0;: %n opérations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transaction(s) will be corrected.</source>
        <translation>
            <numerusform>%n opération sera corrigée.</numerusform>
            <numerusform>%n opérations seront corrigées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BankWordsOffer</name>
    <message numerus="yes">
        <source>%n transaction(s) were corrected.</source>
        <translation>
            <numerusform>%n opération a été corrigée.</numerusform>
            <numerusform>%n opérations ont été corrigées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BarsDialog</name>
    <message>
        <source>What keeps {number} in the office</source>
        <translation>Ce qui retient {number} au bureau</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Interdiction</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Interdictions</translation>
    </message>
    <message>
        <source>Nothing keeps this exhibit in the office.</source>
        <translation>Rien ne retient cette pièce au bureau.</translation>
    </message>
    <message>
        <source>&amp;Lift this bar…</source>
        <translation>&amp;Lever cette interdiction…</translation>
    </message>
    <message>
        <source>&amp;Bar the exhibit…</source>
        <translation>&amp;Interdire la sortie…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Lifted on {at}: {reason}</source>
        <translation>Levée le {at}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Abuse material never leaves the office: this bar is not lifted.</source>
        <translation>Le matériel d&apos;abus ne quitte jamais le bureau&#xa0;: cette interdiction n&apos;est pas levée.</translation>
    </message>
    <message>
        <source>Lift this bar?</source>
        <translation>Lever cette interdiction&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Lift</source>
        <translation>&amp;Lever</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>Levée</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>A bar holds for the exhibit and for everything that is derived from it. Neither the exhibit nor its files go into a bundle or a package. A legal hold alone lets it go there, and keeps it from being disposed of and from being given back.</source>
        <translation>Une interdiction vaut pour la pièce et pour tout ce qui en est dérivé. Ni la pièce ni ses fichiers n&apos;entrent dans une liasse ou un paquet. Seule une conservation ordonnée les y laisse entrer, et empêche qu&apos;on se défasse de la pièce ou qu&apos;on la restitue.</translation>
    </message>
    <message>
        <source>The bar ends by that. Say who consented, or who decided.</source>
        <translation>L&apos;interdiction prend fin par là. Dites qui a consenti, ou qui a décidé.</translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>Board of requests</source>
        <translation>Tableau des demandes</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>No order, request or agreement is registered.</source>
        <translation>Aucune décision, demande ni accord n&apos;est enregistré.</translation>
    </message>
    <message>
        <source>Pro&amp;blem for Eurojust</source>
        <translation>Pro&amp;blème pour Eurojust</translation>
    </message>
    <message>
        <source>&amp;Help asked for</source>
        <translation>Ai&amp;de demandée</translation>
    </message>
    <message>
        <source>&amp;Data for the form…</source>
        <translation>Données &amp;pour le formulaire…</translation>
    </message>
    <message>
        <source>&amp;Referral to Eurojust…</source>
        <translation>&amp;Saisine d&apos;Eurojust…</translation>
    </message>
    <message>
        <source>&amp;Print the board…</source>
        <translation>&amp;Imprimer le tableau…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Please choose why Eurojust is asked.</source>
        <translation>Choisissez pourquoi Eurojust est saisi.</translation>
    </message>
    <message>
        <source>Please write which help is asked for, without names.</source>
        <translation>Écrivez quelle aide est demandée, sans noms.</translation>
    </message>
    <message>
        <source>What came under no request</source>
        <translation>Ce qui est arrivé sous aucune demande</translation>
    </message>
    <message>
        <source>Links, answer and deadlines of the chosen request</source>
        <translation>Liens, réponse et délais de la demande choisie</translation>
    </message>
    <message>
        <source>{number} came under no request of the case: {package} of {office}, {day}.</source>
        <translation>{number} n&apos;est arrivé sous aucune demande de l&apos;affaire&#xa0;: {package} de {office}, {day}.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Add a card</source>
        <translation>Ajouter une carte</translation>
    </message>
    <message>
        <source>Nothing is written to the card. It signs once now, to show that it holds the key, and once at each unlock with its module and its PIN.</source>
        <translation>Rien n&apos;est écrit sur la carte. Elle signe une fois maintenant, pour montrer qu&apos;elle détient la clé, puis une fois à chaque déverrouillage avec son module et son code PIN.</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>Sa &amp;phrase de passe</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>Sa phrase de passe</translation>
    </message>
    <message>
        <source>Module of the card (PKCS#11)</source>
        <translation>Module de la carte (PKCS#11)</translation>
    </message>
    <message>
        <source>&amp;Look for cards</source>
        <translation>&amp;Chercher des cartes</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>Aj&amp;outer</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez taper la phrase de passe.</translation>
    </message>
    <message>
        <source>Please look for the card first.</source>
        <translation>Veuillez d&apos;abord rechercher la carte.</translation>
    </message>
    <message>
        <source>Please type the PIN of the card.</source>
        <translation>Veuillez taper le code PIN de la carte.</translation>
    </message>
    <message>
        <source>The card signs once, to show that it holds the key.</source>
        <translation>La carte signe une fois, pour montrer qu&apos;elle détient la clé.</translation>
    </message>
    <message>
        <source>&amp;Module of the card</source>
        <translation>&amp;Module de la carte</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>C&amp;lé</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>PIN de la carte</translation>
    </message>
    <message>
        <source>Please name the module that came with the card: a file that ends in .so or .dll.</source>
        <translation>Veuillez indiquer le module fourni avec la carte&#xa0;: un fichier qui se termine par .so ou .dll.</translation>
    </message>
    <message>
        <source>No card with a usable key is in the reader.</source>
        <translation>Aucune carte avec une clé utilisable n&apos;est dans le lecteur.</translation>
    </message>
</context>
<context>
    <name>CardRows</name>
    <message>
        <source>Module of the card (PKCS#11)</source>
        <translation>Module de la carte (PKCS#11)</translation>
    </message>
    <message>
        <source>M&amp;odule of the card</source>
        <translation>M&amp;odule de la carte</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>Please name the module that came with the card.</source>
        <translation>Veuillez indiquer le module fourni avec la carte.</translation>
    </message>
    <message>
        <source>Please type the PIN of the card.</source>
        <translation>Veuillez taper le code PIN de la carte.</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>PIN de la carte</translation>
    </message>
</context>
<context>
    <name>CaseDetails</name>
    <message>
        <source>Nothing is entered here yet.</source>
        <translation>Rien n&apos;est encore inscrit ici.</translation>
    </message>
    <message>
        <source>Nothing is entered here yet. Add the first entry with the button below.</source>
        <translation>Rien n&apos;est encore inscrit ici. Ajoutez la première inscription avec le bouton ci-dessous.</translation>
    </message>
    <message>
        <source>Details of the case</source>
        <translation>Données de l&apos;affaire</translation>
    </message>
    <message>
        <source>Choose a person first.</source>
        <translation>Choisissez d&apos;abord une personne.</translation>
    </message>
    <message>
        <source>This entry names no exhibit and no statement as its source.</source>
        <translation>Cette inscription n&apos;indique comme source ni pièce ni relevé.</translation>
    </message>
    <message>
        <source>The balances agree with the rows.</source>
        <translation>Les soldes concordent avec les lignes.</translation>
    </message>
    <message>
        <source>The identity is sealed already. Reveal it to correct it.</source>
        <translation>L’identité est déjà scellée. Révélez-la pour la corriger.</translation>
    </message>
    <message>
        <source>Sections of the case</source>
        <translation>Rubriques de l&apos;affaire</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Search by reference or title</source>
        <translation>Chercher par référence ou titre</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Chercher des affaires</translation>
    </message>
    <message>
        <source>&amp;Work on this case</source>
        <translation>&amp;Travailler sur cette affaire</translation>
    </message>
    <message>
        <source>Purpose of access…</source>
        <translation>But de la consultation…</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Nouvelle affaire…</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>Pas encore d&apos;affaire</translation>
    </message>
    <message>
        <source>Open the first case file of this vault.</source>
        <translation>Ouvrez le premier dossier de ce coffre.</translation>
    </message>
    <message>
        <source>The assessment is sealed.</source>
        <translation>L&apos;évaluation est scellée.</translation>
    </message>
    <message>
        <source>Show the list of cases, or put it away: {key}</source>
        <translation>Afficher ou masquer la liste des affaires&#xa0;: {key}</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>Masquer la liste</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Afficher la liste</translation>
    </message>
</context>
<context>
    <name>CautionTextDialog</name>
    <message>
        <source>Text of a caution</source>
        <translation>Texte d&apos;un avertissement</translation>
    </message>
    <message>
        <source>The next record says it so. Records that are there keep the words that were said.</source>
        <translation>Le prochain procès-verbal le dira ainsi. Ceux qui existent gardent les mots qui ont été dits.</translation>
    </message>
    <message>
        <source>&amp;Caution</source>
        <translation>A&amp;vertissement</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Please choose.</source>
        <translation>Veuillez choisir.</translation>
    </message>
</context>
<context>
    <name>CautionsPart</name>
    <message>
        <source>At the record, /v puts these texts in, and keeps what was said with its time. Without a text of the office, a neutral one of this program is offered, which is no official formula.</source>
        <translation>Au procès-verbal, /v insère ces textes et garde ce qui a été dit avec l&apos;heure. Sans texte du cabinet, le programme propose un texte neutre, qui n&apos;est pas une formule officielle.</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Texts of cautions</source>
        <translation>Textes des avertissements</translation>
    </message>
    <message>
        <source>The office has no text of its own yet.</source>
        <translation>Le cabinet n&apos;a pas encore de texte à lui.</translation>
    </message>
    <message>
        <source>Enter a te&amp;xt…</source>
        <translation>Écrire un te&amp;xte…</translation>
    </message>
    <message>
        <source>Longest time without a break…</source>
        <translation>Durée maximale sans pause…</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>What stops the certificate</source>
        <translation>Ce qui empêche la certification</translation>
    </message>
    <message>
        <source>&amp;Wording of the office</source>
        <translation>&amp;Formule du cabinet</translation>
    </message>
    <message>
        <source>&amp;Show the wording</source>
        <translation>&amp;Montrer la formule</translation>
    </message>
    <message>
        <source>&amp;Certify</source>
        <translation>&amp;Certifier</translation>
    </message>
    <message>
        <source>Please write where it is certified.</source>
        <translation>Veuillez écrire où c&apos;est certifié.</translation>
    </message>
    <message>
        <source>Filled in again: {elements}. Place, day or work is no longer what it was. What you wrote stands below each.</source>
        <translation>Rempli à nouveau&#xa0;: {elements}. Le lieu, le jour ou le travail n&apos;est plus le même. Ce que vous avez écrit figure en dessous.</translation>
    </message>
    <message>
        <source>Please complete this: nothing may stand as {gap}.</source>
        <translation>Veuillez compléter ceci&#xa0;: rien ne peut rester comme {gap}.</translation>
    </message>
    <message>
        <source>It is being signed…</source>
        <translation>La signature est en cours…</translation>
    </message>
    <message>
        <source>{name}, {language}, version {number}</source>
        <translation>{name}, {language}, version {number}</translation>
    </message>
    <message>
        <source>The office has entered no wording yet. A magistrate enters it.</source>
        <translation>Le cabinet n&apos;a encore enregistré aucune formule. Un magistrat l&apos;enregistre.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Please choose a wording of the office.</source>
        <translation>Veuillez choisir une formule du cabinet.</translation>
    </message>
    <message>
        <source>Another place was written, or another wording chosen. Show the wording again: what you wrote stays.</source>
        <translation>Un autre lieu est écrit, ou une autre formule choisie. Affichez de nouveau la formule&#xa0;: ce que vous avez écrit reste.</translation>
    </message>
    <message>
        <source>{wording} (no official formula)</source>
        <translation>{wording} (pas de formule officielle)</translation>
    </message>
    <message>
        <source>Say why it is certified all the same; the reasons are signed too.</source>
        <translation>Dites pourquoi c&apos;est certifié malgré tout&#xa0;; les motifs sont signés aussi.</translation>
    </message>
    <message>
        <source>Reason for certifying all the same</source>
        <translation>Motif de certifier malgré tout</translation>
    </message>
    <message>
        <source>What stops it: {count}. Enter goes to the place.</source>
        <translation>Ce qui l&apos;empêche&#xa0;: {count}. Entrée mène à l&apos;endroit.</translation>
    </message>
    <message>
        <source>Please show the wording first: its words are what you sign.</source>
        <translation>Montrez d&apos;abord la formule&#xa0;: ce sont ses mots que vous signez.</translation>
    </message>
</context>
<context>
    <name>CertificationDialog</name>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>Certifié par</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Déclaration</translation>
    </message>
    <message>
        <source>Checking the signature…</source>
        <translation>Vérification de la signature…</translation>
    </message>
    <message>
        <source>Certify &amp;again…</source>
        <translation>Certifier à &amp;nouveau…</translation>
    </message>
    <message>
        <source>The signature is valid: it is the linguist&apos;s own.</source>
        <translation>La signature est valide&#xa0;: c&apos;est celle du linguiste.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>CertifyDialog</name>
    <message>
        <source>This turn alone</source>
        <translation>Cette intervention seulement</translation>
    </message>
    <message>
        <source>Certify renderings</source>
        <translation>Certifier des traductions</translation>
    </message>
    <message>
        <source>The linguist reads the words below and the text of the certificate, and signs with their own key. If the original or the rendering changes later, this certification no longer covers it.</source>
        <translation>Le linguiste lit les paroles ci-dessous et le texte de l&apos;attestation, et signe avec sa propre clé. Si l&apos;original ou ce qui est rendu change ensuite, cette attestation ne le couvre plus.</translation>
    </message>
    <message>
        <source>The record was not read back yet: nothing can be certified of its reading back before that.</source>
        <translation>Le procès-verbal n&apos;a pas encore été relu&#xa0;: rien ne peut être attesté de sa relecture avant celle-ci.</translation>
    </message>
    <message>
        <source>All turns rendered by this linguist ({count})</source>
        <translation>Toutes les interventions traduites par cette personne ({count})</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>&amp;Fill in the wording</source>
        <translation>&amp;Remplir la formule</translation>
    </message>
    <message>
        <source>Text of the certificate</source>
        <translation>Texte de l&apos;attestation</translation>
    </message>
    <message>
        <source>&amp;Wording</source>
        <translation>&amp;Formule</translation>
    </message>
    <message>
        <source>T&amp;ext of the certificate</source>
        <translation>T&amp;exte de l&apos;attestation</translation>
    </message>
    <message>
        <source>Please complete this: nothing may stand as {gap}.</source>
        <translation>Veuillez compléter ceci&#xa0;: rien ne peut rester comme {gap}.</translation>
    </message>
    <message>
        <source>The text was filled in for other turns. Empty it, and fill in the wording again.</source>
        <translation>Le texte a été rempli pour d&apos;autres interventions. Videz-le, et remplissez de nouveau la formule.</translation>
    </message>
    <message>
        <source>It is being signed…</source>
        <translation>La signature est en cours…</translation>
    </message>
    <message>
        <source>Please choose a wording.</source>
        <translation>Veuillez choisir une formule.</translation>
    </message>
    <message>
        <source>Something is written there. Empty the text first: nothing is written over it.</source>
        <translation>Un texte y est écrit. Videz-le d&apos;abord&#xa0;: rien n&apos;est écrit par-dessus.</translation>
    </message>
    <message>
        <source>Every word of the text is signed. What nobody entered stands as {gap}: the linguist writes it.</source>
        <translation>Chaque mot du texte est signé. Ce que personne n&apos;a inscrit figure comme {gap}&#xa0;: le linguiste l&apos;écrit.</translation>
    </message>
    <message>
        <source>Linguist</source>
        <translation>Linguiste</translation>
    </message>
    <message>
        <source>&amp;Certified are</source>
        <translation>Est certif&amp;ié</translation>
    </message>
    <message>
        <source>Si&amp;gn</source>
        <translation>Si&amp;gner</translation>
    </message>
    <message>
        <source>Please write what the linguist certifies.</source>
        <translation>Écrivez ce que le linguiste certifie.</translation>
    </message>
</context>
<context>
    <name>ChangedSource</name>
    <message>
        <source>The source changed</source>
        <translation>La source a changé</translation>
    </message>
    <message>
        <source>What version {number} was made from</source>
        <translation>Ce d&apos;après quoi la version {number} a été faite</translation>
    </message>
    <message>
        <source>The source now</source>
        <translation>La source actuelle</translation>
    </message>
    <message>
        <source>Words that went are struck, words that came are underlined. Write the turn again.</source>
        <translation>Les mots disparus sont barrés, les mots nouveaux soulignés. Réécrivez l&apos;intervention.</translation>
    </message>
    <message>
        <source>The words of then were not found. Read the source again, and write the turn again.</source>
        <translation>Les mots d&apos;alors n&apos;ont pas été trouvés. Relisez la source et réécrivez l&apos;intervention.</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check a signed file</source>
        <translation>Contrôler un fichier signé</translation>
    </message>
    <message>
        <source>PDF, ASiC container, .p7s, .p7m or signed e-mail. Nothing is imported or kept, and nothing leaves this computer.</source>
        <translation>PDF, conteneur ASiC, .p7s, .p7m ou courriel signé. Rien n&apos;est importé ni gardé, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Signed &amp;file…</source>
        <translation>&amp;Fichier signé…</translation>
    </message>
    <message>
        <source>Signed file</source>
        <translation>Fichier signé</translation>
    </message>
    <message>
        <source>File that it &amp;signs…</source>
        <translation>Fichier qu&apos;elle &amp;signe…</translation>
    </message>
    <message>
        <source>File that it signs</source>
        <translation>Fichier qu&apos;elle signe</translation>
    </message>
    <message>
        <source>&amp;Trust a certificate…</source>
        <translation>Fa&amp;ire confiance à un certificat…</translation>
    </message>
    <message>
        <source>For this check only. Compare the fingerprint with the one that the authority told you in another way.</source>
        <translation>Pour ce contrôle seulement. Comparez l&apos;empreinte avec celle que l&apos;autorité vous a dite par une autre voie.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The signatures are checked…</source>
        <translation>Les signatures sont contrôlées…</translation>
    </message>
    <message>
        <source>The check was stopped. Nothing is said of the file.</source>
        <translation>Le contrôle a été arrêté. Rien n&apos;est dit du fichier.</translation>
    </message>
    <message>
        <source>Certificate that you trust</source>
        <translation>Certificat auquel vous faites confiance</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {certificate}</source>
        <translation>Retirer {certificate}</translation>
    </message>
</context>
<context>
    <name>CheckedByDialog</name>
    <message>
        <source>Did the author check these renditions?</source>
        <translation>L&apos;auteur a-t-il relu ces restitutions&#xa0;?</translation>
    </message>
    <message>
        <source>Whoever rendered read or heard their renditions again, and stands by them. The record says so under your name. Only drafts change; the words stay.</source>
        <translation>La personne qui a rendu a relu ou réentendu ses restitutions et les maintient. Le procès-verbal le dit sous votre nom. Seuls les brouillons changent&#x202f;; les mots restent.</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
    <message>
        <source>All drafts of this author</source>
        <translation>Tous les brouillons de cet auteur</translation>
    </message>
    <message>
        <source>Author &amp;checked them</source>
        <translation>L&apos;auteur les a re&amp;lues</translation>
    </message>
    <message>
        <source>Please choose who checked them.</source>
        <translation>Choisissez qui les a relues.</translation>
    </message>
    <message>
        <source>None of these turns has a draft of this author.</source>
        <translation>Aucune de ces interventions n&apos;a de brouillon de cet auteur.</translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) get the state &quot;checked by its author&quot;.</source>
        <translation>
            <numerusform>%n restitution reçoit l&apos;état «&#xa0;relue par son auteur&#xa0;».</numerusform>
            <numerusform>%n restitutions reçoivent l&apos;état «&#xa0;relue par son auteur&#xa0;».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckingWindow</name>
    <message>
        <source>The window takes one file at a time that you may read: a signed file, to learn what it is worth.</source>
        <translation>La fenêtre prend un seul fichier à la fois, que vous pouvez lire&#xa0;: un fichier signé, pour savoir ce qu&apos;il vaut.</translation>
    </message>
    <message>
        <source>It also takes the folder of a closed package, or one of its volumes. Files and folders of an exhibit are dropped on its card, on the page Exhibits, by who may register exhibits.</source>
        <translation>Elle prend aussi le dossier d&apos;un paquet fermé, ou l&apos;un de ses volumes. Les fichiers et dossiers d&apos;une pièce sont déposés sur sa fiche, à la page Pièces, par qui peut enregistrer des pièces.</translation>
    </message>
    <message>
        <source>This was not taken</source>
        <translation>Ceci n&apos;a pas été pris</translation>
    </message>
</context>
<context>
    <name>ChronologyChart</name>
    <message>
        <source>Drawing of the chronology; the list below says the same</source>
        <translation>Dessin de la chronologie&#xa0;; la liste en dessous dit la même chose</translation>
    </message>
</context>
<context>
    <name>ChronologyDialog</name>
    <message>
        <source>Chronology</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Points of the chronology</source>
        <translation>Points de la chronologie</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom arri&amp;ère</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>Plus &amp;tôt</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Plus ta&amp;rd</translation>
    </message>
    <message>
        <source>&amp;Whole case</source>
        <translation>Toute l&apos;a&amp;ffaire</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Go to the &amp;source</source>
        <translation>Aller à la &amp;source</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>{lane}: %n point(s), counted alone</source>
        <translation>
            <numerusform>{lane}&#xa0;: %n point, seulement compté</numerusform>
            <numerusform>{lane}&#xa0;: %n points, seulement comptés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a known date</source>
        <translation>
            <numerusform>%n sans date connue</numerusform>
            <numerusform>%n sans date connue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message>
        <source>Add a claim about {person}</source>
        <translation>Ajouter une déclaration sur {person}</translation>
    </message>
    <message>
        <source>A claim is what somebody says. It stays a claim, beside others that differ.</source>
        <translation>Une déclaration est ce que quelqu&apos;un dit. Elle reste une déclaration, à côté d&apos;autres qui diffèrent.</translation>
    </message>
    <message>
        <source>&amp;Turn of the record (its number)</source>
        <translation>I&amp;ntervention du procès-verbal (son numéro)</translation>
    </message>
    <message>
        <source>Words (sealed with the protected identities)</source>
        <translation>Mots (scellés avec les identités protégées)</translation>
    </message>
    <message>
        <source>Who said it, and where</source>
        <translation>Qui l&apos;a dit, et où</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>The clock of this computer went back</source>
        <translation>L&apos;horloge de cet ordinateur a reculé</translation>
    </message>
    <message>
        <source>Sa&amp;y why it went back…</source>
        <translation>&amp;Dire pourquoi elle a reculé…</translation>
    </message>
    <message>
        <source>An event before is of {before}; then the clock said {after}. Put date and time right first. Until somebody says why, no record, bundle, package or receipt is signed.</source>
        <translation>Un événement précédent est du {before}&#xa0;; puis l&apos;horloge indiquait {after}. Corrigez d&apos;abord la date et l&apos;heure. Tant que personne ne dit pourquoi, aucun procès-verbal, aucune liasse, aucun paquet ni reçu n&apos;est signé.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the assignment of {name}?</source>
        <translation>Clôturer le travail confié à {name}&#xa0;?</translation>
    </message>
    <message>
        <source>The interpreter opens it no more. What was not merged is lost, unless you keep it.</source>
        <translation>L&apos;interprète ne l&apos;ouvre plus. Ce qui n&apos;est pas intégré est perdu, sauf si vous le gardez.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Keep the store for the office</source>
        <translation>&amp;Garder le dépôt pour le cabinet</translation>
    </message>
    <message>
        <source>&amp;Close it</source>
        <translation>C&amp;lôturer</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Il faut un motif. Veuillez l&apos;écrire.</translation>
    </message>
    <message>
        <source>Encrypt for the recipients</source>
        <translation>Chiffrer pour les destinataires</translation>
    </message>
    <message>
        <source>A signed bundle can be read by everybody who finds it. Encrypted, it opens only for those whom you name here, with OpenSSL alone.</source>
        <translation>Une liasse signée peut être lue par quiconque la trouve. Chiffrée, elle ne s&apos;ouvre que pour ceux que vous nommez ici, avec OpenSSL seul.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Certificate of a recipient</source>
        <translation>&amp;Certificat d&apos;un destinataire</translation>
    </message>
    <message>
        <source>Certificate of a recipient</source>
        <translation>Certificat d&apos;un destinataire</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>Son &amp;empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>Ask the recipient for the fingerprint by telephone, not in the message with the certificate. A wrong certificate would open the file to somebody else.</source>
        <translation>Demandez l&apos;empreinte au destinataire par téléphone, non dans le message qui porte le certificat. Un faux certificat ouvrirait le fichier à quelqu&apos;un d&apos;autre.</translation>
    </message>
    <message>
        <source>&amp;Add this recipient</source>
        <translation>&amp;Ajouter ce destinataire</translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation>Sans phrase de passe</translation>
    </message>
    <message>
        <source>New passphrase in &amp;words</source>
        <translation>Nouvelle phrase de passe en &amp;mots</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Parc&amp;ourir…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>&amp;Nouveau dossier</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>&amp;Encrypt</source>
        <translation>C&amp;hiffrer</translation>
    </message>
    <message>
        <source>Please name a recipient, or choose a passphrase.</source>
        <translation>Nommez un destinataire, ou choisissez une phrase de passe.</translation>
    </message>
    <message>
        <source>The file is encrypted, and what was written is read again.</source>
        <translation>Le fichier est chiffré, et ce qui a été écrit est relu.</translation>
    </message>
    <message>
        <source>Please choose the file with the certificate.</source>
        <translation>Choisissez le fichier du certificat.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the recipient tells it.</source>
        <translation>Tapez l&apos;empreinte telle que le destinataire la dit.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {recipient}</source>
        <translation>Retirer {recipient}</translation>
    </message>
</context>
<context>
    <name>ClosedDialog</name>
    <message numerus="yes">
        <source>Encrypted for %n recipient(s)</source>
        <translation>
            <numerusform>Chiffré pour %n destinataire</numerusform>
            <numerusform>Chiffré pour %n destinataires</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 du fichier</translation>
    </message>
</context>
<context>
    <name>ClosingList</name>
    <message>
        <source>Before signing</source>
        <translation>Avant la signature</translation>
    </message>
    <message>
        <source>Times, complaint, statement…</source>
        <translation>Heures, réclamation, déclaration…</translation>
    </message>
    <message>
        <source>Signature on paper…</source>
        <translation>Signature sur papier…</translation>
    </message>
    <message>
        <source>next item</source>
        <translation>point suivant</translation>
    </message>
    <message>
        <source>{stops} stop, {warns} warn</source>
        <translation>{stops} bloquants, {warns} alertes</translation>
    </message>
    <message>
        <source>Stops the signature</source>
        <translation>Empêche la signature</translation>
    </message>
    <message>
        <source>Needs a reason in words</source>
        <translation>Demande un motif écrit</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Pour information</translation>
    </message>
    <message>
        <source>In order, {good} of {all}</source>
        <translation>En ordre, {good} sur {all}</translation>
    </message>
    <message>
        <source>Print to sign by &amp;hand…</source>
        <translation>&amp;Imprimer pour signer à la main…</translation>
    </message>
    <message>
        <source>A judge or prosecutor signs the record here, in a session of their own.</source>
        <translation>Un juge ou un procureur signe le procès-verbal ici, dans sa propre session.</translation>
    </message>
    <message>
        <source>Before the reading back</source>
        <translation>Avant la relecture</translation>
    </message>
    <message>
        <source>{counted}, {expected} expected</source>
        <translation>{counted}, {expected} attendus</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message>
        <source>Something stops the signature: see the closing list.</source>
        <translation>Un point empêche la signature&#xa0;: voir la liste de clôture.</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>Manquent&#xa0;: {count}</translation>
    </message>
    <message>
        <source>What can be entered before the reading back, and is not: {key} goes to the next item</source>
        <translation>Ce qui peut être inscrit avant la relecture et ne l&apos;est pas&#xa0;: {key} mène au point suivant</translation>
    </message>
    <message>
        <source>A correction is later than the end of the reading back that is entered. If the reading back went on, enter its later end: {button}</source>
        <translation>Une correction est postérieure à la fin de la relecture qui est inscrite. Si la relecture a continué, inscrivez sa fin réelle&#xa0;: {button}</translation>
    </message>
</context>
<context>
    <name>CodeBox</name>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>The new recovery code</source>
        <translation>Le nouveau code de secours</translation>
    </message>
    <message>
        <source>If the passphrase is lost, only this code opens the vault. Keep it on paper, in a safe, away from this computer. It is shown only once.</source>
        <translation>Si la phrase de passe est perdue, seul ce code ouvre le coffre. Gardez-le sur papier, en lieu sûr, loin de cet ordinateur. Il n&apos;est montré que cette fois.</translation>
    </message>
    <message>
        <source>&amp;Print the recovery sheet…</source>
        <translation>&amp;Imprimer la feuille de secours…</translation>
    </message>
    <message>
        <source>Recovery &amp;code, typed back from the sheet</source>
        <translation>&amp;Code de secours, recopié de la feuille</translation>
    </message>
    <message>
        <source>Recovery code, typed back from the sheet</source>
        <translation>Code de secours, recopié de la feuille</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <source>This is not the code that is shown here.</source>
        <translation>Ce n&apos;est pas le code montré ici.</translation>
    </message>
    <message>
        <source>Please type the code back first. This shows that the sheet can be read.</source>
        <translation>Veuillez d&apos;abord recopier le code. Cela montre que la feuille est lisible.</translation>
    </message>
    <message>
        <source>Recovery code {code}</source>
        <translation>Code de secours {code}</translation>
    </message>
</context>
<context>
    <name>CodedActs</name>
    <message>
        <source>/b break  ·  /x exhibit shown  ·  /e enters  ·  /l leaves  ·  /i interpreter  ·  /v caution  ·  /c conduct  ·  /n not written down  ·  /m mode</source>
        <translation>/b pause  ·  /x pièce montrée  ·  /e entre  ·  /l sort  ·  /i interprète  ·  /v avertissement  ·  /c comportement  ·  /n non transcrit  ·  /m mode d&apos;interprétation</translation>
    </message>
    <message>
        <source>The interview is over: this needs its time. Play the recording to where it was, or enter it under Formalities.</source>
        <translation>L&apos;audition est terminée&#xa0;: il faut l&apos;heure. Allez à cet endroit de l&apos;enregistrement, ou notez-le sous Formalités.</translation>
    </message>
</context>
<context>
    <name>CodedEvents</name>
    <message>
        <source>the break ends</source>
        <translation>la pause prend fin</translation>
    </message>
    <message>
        <source>a break, with its reason: {reasons}, or words of yours</source>
        <translation>une pause, avec sa raison&#xa0;: {reasons}, ou vos propres mots</translation>
    </message>
    <message>
        <source>a break, in your words: {reason}</source>
        <translation>une pause, dans vos mots&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>a break: {reason}</source>
        <translation>une pause&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{number} is not registered in this case. Write one exhibit&apos;s number behind /x.</source>
        <translation>{number} n&apos;est pas inscrit dans ce dossier. Écrivez après /x le numéro d&apos;une pièce.</translation>
    </message>
    <message>
        <source>Write the number of one exhibit of this case behind /x.</source>
        <translation>Écrivez après /x le numéro d&apos;une pièce de ce dossier.</translation>
    </message>
    <message>
        <source>Write behind /e who enters.</source>
        <translation>Écrivez après /e qui entre.</translation>
    </message>
    <message>
        <source>Write behind /e one function and a name: {roles}.</source>
        <translation>Écrivez derrière /e une fonction et un nom&#xa0;: {roles}.</translation>
    </message>
    <message>
        <source>Write behind /l which one leaves: {names}.</source>
        <translation>Écrivez après /l qui sort&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>who enters: a name, or a function and a name ({example})</source>
        <translation>qui entre&#xa0;: un nom, ou une fonction et un nom ({example})</translation>
    </message>
</context>
<context>
    <name>CodedTurns</name>
    <message>
        <source>the original was not written down; its range in the recording: 12:02 12:09</source>
        <translation>l&apos;original n&apos;a pas été écrit&#xa0;; sa place dans l&apos;enregistrement&#xa0;: 12:02 12:09</translation>
    </message>
    <message>
        <source>What could be seen has one of these codes: {codes}.</source>
        <translation>Ce qui a pu être observé a l&apos;un de ces codes&#xa0;: {codes}.</translation>
    </message>
    <message>
        <source>No interpreter is entered in this record.</source>
        <translation>Aucun interprète n&apos;est inscrit dans ce procès-verbal.</translation>
    </message>
    <message>
        <source>Write behind /i which interpreter speaks, and a comma before their words: {names}.</source>
        <translation>Écrivez après /i quel interprète parle, et une virgule avant ses mots&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>the interpreter speaks for themselves</source>
        <translation>l&apos;interprète parle en son nom</translation>
    </message>
    <message>
        <source>Write behind /v which caution: {cautions}.</source>
        <translation>Écrivez après /v quel avertissement&#xa0;: {cautions}.</translation>
    </message>
    <message>
        <source>No text of this caution is in these languages. Write it as it was said.</source>
        <translation>Il n&apos;y a pas de texte de cet avertissement dans ces langues. Écrivez-le tel qu&apos;il a été dit.</translation>
    </message>
    <message>
        <source>Write the other language as it was said. If the text on file was read there, /v puts it in.</source>
        <translation>Écrivez dans l&apos;autre langue ce qui a été dit. Si le texte enregistré y a été lu, /v l&apos;y insère.</translation>
    </message>
    <message>
        <source>Write the range of the recording behind /n: 12:02 12:09.</source>
        <translation>Écrivez après /n la place dans l&apos;enregistrement&#xa0;: 12:02 12:09.</translation>
    </message>
    <message>
        <source>Write behind /m one mode of interpreting: {modes}.</source>
        <translation>Écrivez après /m un mode d&apos;interprétation&#xa0;: {modes}.</translation>
    </message>
</context>
<context>
    <name>ColumnsForm</name>
    <message>
        <source>Order of the date</source>
        <translation>Ordre de la date</translation>
    </message>
    <message>
        <source>Sign before the decimals</source>
        <translation>Signe devant les décimales</translation>
    </message>
    <message>
        <source>Currency of all rows</source>
        <translation>Devise de toutes les lignes</translation>
    </message>
    <message>
        <source>Column of the date</source>
        <translation>Colonne de la date</translation>
    </message>
    <message>
        <source>Column of the value date</source>
        <translation>Colonne de la date de valeur</translation>
    </message>
    <message>
        <source>Column of the amount with its sign</source>
        <translation>Colonne du montant avec son signe</translation>
    </message>
    <message>
        <source>Column of the direction</source>
        <translation>Colonne du sens</translation>
    </message>
    <message>
        <source>Its word for what went out</source>
        <translation>Son mot pour les sorties</translation>
    </message>
    <message>
        <source>Column of what came in</source>
        <translation>Colonne des entrées</translation>
    </message>
    <message>
        <source>Column of what went out</source>
        <translation>Colonne des sorties</translation>
    </message>
    <message>
        <source>Column of the balance</source>
        <translation>Colonne du solde</translation>
    </message>
    <message>
        <source>Column of the currency</source>
        <translation>Colonne de la devise</translation>
    </message>
    <message>
        <source>Column of the other party</source>
        <translation>Colonne de la contrepartie</translation>
    </message>
    <message>
        <source>Column of the other account</source>
        <translation>Colonne de l&apos;autre compte</translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation>Colonne du libellé</translation>
    </message>
    <message>
        <source>Column of the reference</source>
        <translation>Colonne de la référence</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>année, mois, jour</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>jour, mois, année</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>mois, jour, année</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
    <message>
        <source>point</source>
        <translation>point</translation>
    </message>
    <message>
        <source>&amp;Read the titles</source>
        <translation>Lire les &amp;titres</translation>
    </message>
    <message>
        <source>Columns are divided by</source>
        <translation>Colonnes séparées par</translation>
    </message>
    <message>
        <source>Row of the titles</source>
        <translation>Ligne des titres</translation>
    </message>
    <message>
        <source>Choose in which order the date is written.</source>
        <translation>Choisissez dans quel ordre la date est écrite.</translation>
    </message>
    <message>
        <source>Choose the sign before the decimals.</source>
        <translation>Choisissez le signe avant les décimales.</translation>
    </message>
    <message>
        <source>Choose the column of the date. Read the titles first.</source>
        <translation>Choisissez la colonne de la date. Lisez d&apos;abord les titres.</translation>
    </message>
    <message>
        <source>Choose the column of the amount, or one each for what came in and what went out.</source>
        <translation>Choisissez la colonne du montant, ou une pour les entrées et une pour les sorties.</translation>
    </message>
    <message>
        <source>Write the currency of all rows, or choose its column.</source>
        <translation>Écrivez la monnaie de toutes les lignes, ou choisissez sa colonne.</translation>
    </message>
    <message>
        <source>Write by which word the column of the direction says what went out.</source>
        <translation>Écrivez par quel mot la colonne du sens indique les sorties.</translation>
    </message>
    <message>
        <source>Choose the column in which this word stands, or leave the word out.</source>
        <translation>Choisissez la colonne dans laquelle figure ce mot, ou laissez le mot vide.</translation>
    </message>
    <message>
        <source>Choose by which sign the columns are divided.</source>
        <translation>Choisissez par quel signe les colonnes sont séparées.</translation>
    </message>
    <message>
        <source>Write the number of the row in which the titles stand.</source>
        <translation>Écrivez le numéro de la ligne dans laquelle figurent les titres.</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>point-virgule</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <source>vertical line</source>
        <translation>barre verticale</translation>
    </message>
</context>
<context>
    <name>CompareCodeDialog</name>
    <message>
        <source>Compare a short code</source>
        <translation>Comparer un code court</translation>
    </message>
    <message>
        <source>Type the code that somebody noted, or the code at the foot of a printed page. Capitals, blanks and hyphens do not matter.</source>
        <translation>Tapez le code que quelqu&apos;un a noté, ou qui figure au bas d&apos;une page imprimée. Majuscules, espaces et traits d&apos;union sont sans importance.</translation>
    </message>
    <message>
        <source>Short &amp;code</source>
        <translation>&amp;Code court</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>C&amp;omparer</translation>
    </message>
    <message>
        <source>Please type the code: four groups of four letters and digits.</source>
        <translation>Veuillez taper le code&#xa0;: quatre groupes de quatre lettres et chiffres.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Turn</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Versions of the turn</source>
        <translation>Versions de l&apos;intervention</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Travail</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>&amp;Comparer avec</translation>
    </message>
    <message>
        <source>&amp;Agree as second linguist…</source>
        <translation>&amp;Approuver comme second linguiste…</translation>
    </message>
    <message>
        <source>&amp;Dispute as second linguist…</source>
        <translation>C&amp;ontester comme second linguiste…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>Toutes les versions</translation>
    </message>
    <message>
        <source>only added to, never changed</source>
        <translation>on ajoute, on ne change jamais</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Whose, and when</source>
        <translation>De qui, et quand</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Before, {turn}: {words}</source>
        <translation>Avant, {turn}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Source, {language}</source>
        <translation>Source, {language}</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n différence</numerusform>
            <numerusform>%n différences</numerusform>
        </translation>
    </message>
    <message>
        <source>The words are the same</source>
        <translation>Les mots sont les mêmes</translation>
    </message>
    <message>
        <source>{first}  or  {second}</source>
        <translation>{first}  ou  {second}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>“{reason}”  {name}</source>
        <translation>«&#xa0;{reason}&#xa0;»  {name}</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>Non commencée</translation>
    </message>
    <message>
        <source>A dispute of the last version is printed with it, and with its reason.</source>
        <translation>Une contestation de la dernière version est imprimée avec elle, et avec son motif.</translation>
    </message>
</context>
<context>
    <name>ComplaintDialog</name>
    <message>
        <source>A complaint or concern of your own</source>
        <translation>Une plainte ou une préoccupation personnelle</translation>
    </message>
    <message>
        <source>Say what you work under: pressure, conditions, that you cannot understand, a conflict of interest. It is sealed for the magistrates at once: nobody else reads it, and it is not shown here again.</source>
        <translation>Dites dans quoi vous travaillez&#xa0;: pression, conditions, impossibilité de comprendre, conflit d&apos;intérêts. C&apos;est scellé aussitôt pour les magistrats&#xa0;: personne d&apos;autre ne le lit, et ce n&apos;est plus montré ici.</translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation>&amp;De quoi il s&apos;agit</translation>
    </message>
    <message>
        <source>Please choose what it is.</source>
        <translation>Veuillez choisir de quoi il s&apos;agit.</translation>
    </message>
</context>
<context>
    <name>ConcernDialog</name>
    <message>
        <source>Concern of a linguist</source>
        <translation>Préoccupation d&apos;un linguiste</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Procès-verbal</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Signalée par</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Entrée le</translation>
    </message>
    <message>
        <source>the whole job</source>
        <translation>tout le travail</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>Tapé par</translation>
    </message>
    <message>
        <source>What was sealed cannot be read. Ask who typed it what they wanted to say.</source>
        <translation>Ce qui a été scellé est illisible. Demandez à la personne qui l&apos;a tapé ce qu&apos;elle voulait dire.</translation>
    </message>
    <message>
        <source>&amp;What was done</source>
        <translation>&amp;Ce qui a été fait</translation>
    </message>
    <message>
        <source>It is &amp;dealt with</source>
        <translation>C&apos;est &amp;réglé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Please write what was done.</source>
        <translation>Veuillez écrire ce qui a été fait.</translation>
    </message>
    <message>
        <source>the whole of job {job}</source>
        <translation>tout le travail {job}</translation>
    </message>
    <message>
        <source>turn {turn}</source>
        <translation>intervention {turn}</translation>
    </message>
    <message>
        <source>What concerns you</source>
        <translation>Ce qui vous inquiète</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>Au &amp;sujet de</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>&amp;Sceller</translation>
    </message>
    <message>
        <source>Please write what concerns you.</source>
        <translation>Veuillez écrire ce qui vous inquiète.</translation>
    </message>
    <message>
        <source>It is being sealed…</source>
        <translation>Le scellement est en cours…</translation>
    </message>
    <message>
        <source>Objection of the person heard</source>
        <translation>Objection de la personne entendue</translation>
    </message>
    <message>
        <source>To the interpreter</source>
        <translation>À l&apos;interprète</translation>
    </message>
    <message>
        <source>Said through</source>
        <translation>Dit par</translation>
    </message>
</context>
<context>
    <name>ConcernsDialog</name>
    <message>
        <source>Record</source>
        <translation>Procès-verbal</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Entrée le</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>Tapé par</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Craintes</translation>
    </message>
    <message>
        <source>No concern was raised in this case.</source>
        <translation>Aucune crainte n&apos;a été signalée dans ce dossier.</translation>
    </message>
    <message>
        <source>&amp;Open it…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open this concern?</source>
        <translation>Ouvrir cette crainte&#xa0;?</translation>
    </message>
    <message>
        <source>The event chain keeps that you read it, and why.</source>
        <translation>La chaîne d&apos;événements garde que vous l&apos;avez lue, et pourquoi.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Nobody dealt with it</source>
        <translation>Personne ne l&apos;a réglée</translation>
    </message>
    <message>
        <source>Dealt with by {name}, {at}</source>
        <translation>Réglée par {name}, {at}</translation>
    </message>
    <message>
        <source>Concerns and objections in {case}</source>
        <translation>Craintes et objections dans {case}</translation>
    </message>
    <message>
        <source>A linguist noticed that somebody is afraid or threatened, or complains of what they work under; or the person heard objects to an interpreter. Only who may read assessments opens it; the event chain keeps that it was read, and why.</source>
        <translation>Un linguiste a remarqué que quelqu&apos;un a peur ou est menacé, ou se plaint de ses conditions de travail&#xa0;; ou la personne entendue fait objection à un interprète. Seul celui qui peut lire les évaluations l&apos;ouvre&#xa0;; la chaîne d&apos;événements garde que cela a été lu, et pourquoi.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Confirm a transfer</source>
        <translation>Confirmer une remise</translation>
    </message>
    <message>
        <source>What is confirmed is never changed. A wrong confirmation is withdrawn for a reason.</source>
        <translation>Ce qui est confirmé n&apos;est jamais changé. Une confirmation erronée est retirée avec un motif.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>&amp;Party</source>
        <translation>&amp;Partie</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>&amp;Manière</translation>
    </message>
    <message>
        <source>{user} confirms with their own key, as the user at this desk.</source>
        <translation>{user} confirme avec sa propre clé, comme utilisateur à ce poste.</translation>
    </message>
    <message>
        <source>C&amp;onfirm</source>
        <translation>C&amp;onfirmer</translation>
    </message>
    <message>
        <source>Both parties have confirmed this transfer.</source>
        <translation>Les deux parties ont confirmé cette remise.</translation>
    </message>
    <message>
        <source>Please choose.</source>
        <translation>Veuillez choisir.</translation>
    </message>
    <message>
        <source>Confirm with your key?</source>
        <translation>Confirmer avec votre clé&#xa0;?</translation>
    </message>
    <message>
        <source>{user} confirms as {party}.</source>
        <translation>{user} confirme en tant que {party}.</translation>
    </message>
    <message>
        <source>Confirm &amp;with my key</source>
        <translation>Confirmer avec ma &amp;clé</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Order or request</source>
        <translation>Ordre ou demande</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Name of who &amp;signs</source>
        <translation>Nom de qui &amp;signe</translation>
    </message>
    <message>
        <source>Field for the signature, drawn with the mouse or a pen</source>
        <translation>Champ pour la signature, tracée avec la souris ou un stylet</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>E&amp;ffacer</translation>
    </message>
    <message>
        <source>Print the &amp;form…</source>
        <translation>Imprimer le formu&amp;laire…</translation>
    </message>
    <message>
        <source>Signe&amp;d by</source>
        <translation>Signé par (&amp;nom)</translation>
    </message>
    <message>
        <source>Signed a&amp;t</source>
        <translation>Signé &amp;le</translation>
    </message>
    <message>
        <source>Scan of the form, an e&amp;xhibit</source>
        <translation>Scan du formulaire, une pi&amp;èce</translation>
    </message>
    <message>
        <source>Di&amp;gest on the form</source>
        <translation>Empreinte du &amp;formulaire</translation>
    </message>
    <message>
        <source>Its first {count} signs, or its code scanned</source>
        <translation>Ses {count} premiers signes, ou son code scanné</translation>
    </message>
    <message>
        <source>Reason for late &amp;entry</source>
        <translation>Motif du &amp;retard</translation>
    </message>
    <message>
        <source>Needed if it was more than a day ago</source>
        <translation>Nécessaire si c&apos;était il y a plus d&apos;un jour</translation>
    </message>
    <message>
        <source>Please write who signs.</source>
        <translation>Veuillez écrire qui signe.</translation>
    </message>
    <message>
        <source>Nothing is signed yet. Sign in the field with the mouse or a pen.</source>
        <translation>Rien n&apos;est encore signé. Signez dans le champ avec la souris ou un stylet.</translation>
    </message>
    <message>
        <source>Please write who signed.</source>
        <translation>Veuillez écrire qui a signé.</translation>
    </message>
    <message>
        <source>Please write when it was signed.</source>
        <translation>Veuillez écrire quand cela a été signé.</translation>
    </message>
    <message>
        <source>Please choose the exhibit that holds the scan.</source>
        <translation>Veuillez choisir la pièce qui contient le scan.</translation>
    </message>
    <message>
        <source>{party}: {name}</source>
        <translation>{party}&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Where the form is written</source>
        <translation>Où le formulaire est écrit</translation>
    </message>
</context>
<context>
    <name>Confirming</name>
    <message>
        <source>&amp;Confirm the transfer…</source>
        <translation>C&amp;onfirmer la remise…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the confirmation…</source>
        <translation>Re&amp;tirer la confirmation…</translation>
    </message>
</context>
<context>
    <name>ConsultationsPart</name>
    <message>
        <source>What each user viewed or released, once a session, with the reason. The log stays in this vault and never goes into a bundle. Reading it is recorded in it too.</source>
        <translation>Ce que chaque utilisateur a consulté ou remis, une fois par session, avec le motif. Le journal reste dans ce coffre et n&apos;entre jamais dans une liasse. Sa lecture y est consignée elle aussi.</translation>
    </message>
    <message>
        <source>Show only this case</source>
        <translation>Ne montrer que ce dossier</translation>
    </message>
    <message>
        <source>Show only this user</source>
        <translation>Ne montrer que cet utilisateur</translation>
    </message>
    <message>
        <source>&amp;Older entries</source>
        <translation>Plus a&amp;nciennes</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Consultations</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>all cases</source>
        <translation>tous les dossiers</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>tous les utilisateurs</translation>
    </message>
    <message>
        <source>{shown} of the newest {count} entries; there are older entries</source>
        <translation>{shown} sur les {count} entrées les plus récentes&#xa0;; il y en a de plus anciennes</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n entry(s)</source>
        <translation>
            <numerusform>{shown} sur %n entrée</numerusform>
            <numerusform>{shown} sur %n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}, {role}</translation>
    </message>
    <message>
        <source>to {recipient}</source>
        <translation>pour {recipient}</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>The service</source>
        <translation>Le service</translation>
    </message>
    <message>
        <source>Attached: {names}</source>
        <translation>Joint&#xa0;: {names}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Paroles</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>The copy as it leaves</source>
        <translation>La copie telle qu&apos;elle part</translation>
    </message>
    <message>
        <source>Look at every page. The copy is kept as an exhibit derived from {number}, and it leaves in the place of the file.</source>
        <translation>Regardez chaque page. La copie est conservée comme pièce dérivée de {number}, et elle part à la place du fichier.</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>Page of the copy</source>
        <translation>Page de la copie</translation>
    </message>
    <message>
        <source>&amp;Keep this copy</source>
        <translation>&amp;Conserver cette copie</translation>
    </message>
    <message>
        <source>Page {number} of the copy</source>
        <translation>Page {number} de la copie</translation>
    </message>
    <message>
        <source>Text of the copy</source>
        <translation>Texte de la copie</translation>
    </message>
    <message>
        <source>What masked cells hold stands elsewhere in the copy: {words}. If it must not, go back and mask it there too.</source>
        <translation>Ce que contiennent des cellules masquées se trouve ailleurs dans la copie&#xa0;: {words}. Si cela ne doit pas sortir, revenez et masquez-le là aussi.</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Demandée par</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Paraphes</translation>
    </message>
    <message>
        <source>keep and read on</source>
        <translation>garder et continuer</translation>
    </message>
    <message>
        <source>words of the other language</source>
        <translation>l&apos;autre langue</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>abandonner</translation>
    </message>
    <message>
        <source>Correction {number}, turn {turn}</source>
        <translation>Correction {number}, intervention {turn}</translation>
    </message>
    <message>
        <source>Text after, {language}</source>
        <translation>Texte après, {language}</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Write what shall stand instead.</source>
        <translation>Rien n&apos;est encore changé. Écrivez ce qui doit figurer à la place.</translation>
    </message>
    <message>
        <source>Without a text after, the reason is an ordered redaction.</source>
        <translation>Sans texte après, le motif est une suppression ordonnée.</translation>
    </message>
    <message>
        <source>Without a text before, the reason is an addition.</source>
        <translation>Sans texte avant, le motif est un ajout.</translation>
    </message>
    <message>
        <source>Please say who asked for the correction: {key}.</source>
        <translation>Indiquez qui a demandé la correction&#xa0;: {key}.</translation>
    </message>
    <message>
        <source>Please say why: {key}.</source>
        <translation>Indiquez pourquoi&#xa0;: {key}.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>The text before stays; the correction is printed under it and listed</source>
        <translation>Le texte d&apos;avant reste&#xa0;; la correction est imprimée dessous et listée</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>&amp;Afficher</translation>
    </message>
    <message>
        <source>The vault locks</source>
        <translation>Le coffre se verrouille</translation>
    </message>
    <message>
        <source>The work in progress is finished first; then the vault locks.</source>
        <translation>Ce qui est en cours se termine d&apos;abord&#xa0;; puis le coffre se verrouille.</translation>
    </message>
    <message>
        <source>A recovery code or a recovery share is not on paper yet. It is never shown again, so the vault locks as soon as you have it on paper.</source>
        <translation>Un code de secours ou une part de secours n&apos;est pas encore sur papier. Comme il n&apos;est plus jamais montré, le coffre se verrouille dès que vous l&apos;avez sur papier.</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Achèvement</translation>
    </message>
</context>
<context>
    <name>CreateView</name>
    <message>
        <source>&amp;Office</source>
        <translation>&amp;Cabinet</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Votre &amp;nom</translation>
    </message>
    <message>
        <source>Your &amp;function</source>
        <translation>Votre &amp;fonction</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase de passe</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>Répétez-&amp;la</translation>
    </message>
    <message>
        <source>Passphrase, repeated</source>
        <translation>Phrase de passe, répétée</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>Création du coffre</translation>
    </message>
    <message>
        <source>&amp;Make the vault</source>
        <translation>Créer le co&amp;ffre</translation>
    </message>
    <message>
        <source>&amp;Print the recovery sheet…</source>
        <translation>&amp;Imprimer la feuille de secours…</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>Contin&amp;uer</translation>
    </message>
    <message>
        <source>What the draft of a record said before it was changed. What is kept may have to be disclosed. This version makes no vault that does not keep it.</source>
        <translation>Ce que disait le projet d&apos;un procès-verbal avant d&apos;être modifié. Ce qui est conservé peut devoir être communiqué. Cette version ne crée aucun coffre qui ne le conserve pas.</translation>
    </message>
    <message>
        <source>I &amp;have it on paper</source>
        <translation>Je l&apos;ai sur &amp;papier</translation>
    </message>
    <message>
        <source>Recovery &amp;code</source>
        <translation>&amp;Code de secours</translation>
    </message>
    <message>
        <source>&amp;Show it again</source>
        <translation>&amp;Le montrer encore</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>Ter&amp;miner</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>Créer un coffre</translation>
    </message>
    <message>
        <source>A vault is one folder that holds your cases, encrypted.</source>
        <translation>Un coffre est un dossier qui contient vos affaires, chiffrées.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Choisissez une phrase de passe</translation>
    </message>
    <message>
        <source>It opens the vault and your signing key. Nobody can look it up for you.</source>
        <translation>Elle ouvre le coffre et votre clé de signature. Personne ne peut la retrouver pour vous.</translation>
    </message>
    <message>
        <source>If the passphrase is lost, only this code opens the vault. Keep it on paper, in a safe, away from this computer. It is shown only once.</source>
        <translation>Si la phrase de passe est perdue, seul ce code ouvre le coffre. Gardez-le sur papier, dans une armoire forte, loin de cet ordinateur. Il n&apos;est montré que cette fois.</translation>
    </message>
    <message>
        <source>This shows that the sheet can be read.</source>
        <translation>Pour s&apos;assurer que la feuille est lisible.</translation>
    </message>
    <message>
        <source>Please write your name as it should appear under signatures.</source>
        <translation>Veuillez écrire votre nom tel qu&apos;il figurera sous les signatures.</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation>Votre code de secours</translation>
    </message>
    <message>
        <source>Type the code back</source>
        <translation>Retapez le code</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Étape {number} sur {count}</translation>
    </message>
    <message>
        <source>A folder for the vault</source>
        <translation>Un dossier pour le coffre</translation>
    </message>
    <message>
        <source>Please write the name of your office.</source>
        <translation>Veuillez écrire le nom de votre cabinet.</translation>
    </message>
    <message>
        <source>Please choose your function.</source>
        <translation>Veuillez choisir votre fonction.</translation>
    </message>
    <message>
        <source>Please choose a folder.</source>
        <translation>Veuillez choisir un dossier.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please type them again.</source>
        <translation>Les deux phrases de passe diffèrent. Veuillez les retaper.</translation>
    </message>
    <message>
        <source>Former words of d&amp;rafts</source>
        <translation>Rédactions antérieures des pro&amp;jets</translation>
    </message>
    <message>
        <source>Please say whether former wordings of draft records are kept.</source>
        <translation>Veuillez indiquer si les rédactions antérieures des projets sont conservées.</translation>
    </message>
    <message>
        <source>Recovery code {code}</source>
        <translation>Code de secours {code}</translation>
    </message>
</context>
<context>
    <name>CustodyView</name>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>&amp;Record an event…</source>
        <translation>&amp;Consigner un événement…</translation>
    </message>
    <message>
        <source>Custody events</source>
        <translation>Événements de conservation</translation>
    </message>
    <message>
        <source>No custody events yet</source>
        <translation>Pas encore d&apos;événement de conservation</translation>
    </message>
    <message>
        <source>Register an exhibit on the page Exhibits: this records its first event.</source>
        <translation>Enregistrez une pièce à la page des pièces&#xa0;: cela consigne son premier événement.</translation>
    </message>
    <message>
        <source>In quarantine: {numbers}.</source>
        <translation>En quarantaine&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>The content is not as stated: {numbers}.</source>
        <translation>Le contenu n&apos;est pas tel qu&apos;indiqué&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>Not read: {numbers}.</source>
        <translation>Pas lu&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Events o&amp;f</source>
        <translation>Événements &amp;de</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrigé</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>Entrée tardive</translation>
    </message>
    <message>
        <source>all exhibits</source>
        <translation>toutes les pièces</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) recorded in this case</source>
        <translation>
            <numerusform>%n événement consigné dans ce dossier</numerusform>
            <numerusform>%n événements consignés dans ce dossier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n event(s) recorded in this case</source>
        <translation>
            <numerusform>{shown} sur %n événement consigné dans ce dossier</numerusform>
            <numerusform>{shown} sur %n événements consignés dans ce dossier</numerusform>
        </translation>
    </message>
    <message>
        <source>Only late &amp;entries and findings</source>
        <translation>Seulement les &amp;entrées tardives et les constats</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>Read files a&amp;gain…</source>
        <translation>Relire les &amp;fichiers…</translation>
    </message>
    <message>
        <source>Reading stored files</source>
        <translation>Lecture des fichiers conservés</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n exhibit(s) were read.</source>
        <translation>
            <numerusform>Arrêté. %n pièce a été lue.</numerusform>
            <numerusform>Arrêté. %n pièces ont été lues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) were read, and all agree.</source>
        <translation>
            <numerusform>%n pièce a été lue, et elle concorde.</numerusform>
            <numerusform>%n pièces ont été lues, et toutes concordent.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Strip…</source>
        <translation>&amp;Parcours…</translation>
    </message>
    <message>
        <source>&amp;Kept until…</source>
        <translation>Conservées &amp;jusqu&apos;au…</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Calendar (F4)</source>
        <translation>Calendrier (F4)</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Day, month, year</source>
        <translation>Jour, mois, année</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Your own passphrase</source>
        <translation>Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Please write the reason.</source>
        <translation>Veuillez écrire le motif.</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>&amp;Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>Please type your own passphrase too: this changes who can open the vault.</source>
        <translation>Veuillez taper aussi votre propre phrase de passe&#xa0;: cela change qui peut ouvrir le coffre.</translation>
    </message>
</context>
<context>
    <name>DecisionsMenu</name>
    <message>
        <source>&amp;Compare with its digest and seal…</source>
        <translation>&amp;Comparer à son empreinte et sceller…</translation>
    </message>
    <message>
        <source>&amp;Restrict its use…</source>
        <translation>&amp;Limiter son usage…</translation>
    </message>
    <message>
        <source>&amp;Lift the restriction…</source>
        <translation>Le&amp;ver la limitation…</translation>
    </message>
    <message>
        <source>&amp;Annulled by decision…</source>
        <translation>&amp;Annulé par décision…</translation>
    </message>
    <message>
        <source>Seal record {number}?</source>
        <translation>Sceller le procès-verbal {number}&#xa0;?</translation>
    </message>
    <message>
        <source>The record is compared with the digest that was signed, and closed.</source>
        <translation>Le procès-verbal est comparé à l’empreinte signée, puis clos.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Scellé</translation>
    </message>
</context>
<context>
    <name>DeclareDialog</name>
    <message>
        <source>Before the record opens</source>
        <translation>Avant que le procès-verbal s&apos;ouvre</translation>
    </message>
    <message>
        <source>You declare this with your signature, and the office reads it. Where you do not promise something, or something speaks against your independence, the record stays closed.</source>
        <translation>Vous le déclarez avec votre signature, et le cabinet le lit. Si vous ne promettez pas quelque chose, ou si quelque chose s&apos;oppose à votre indépendance, le procès-verbal reste fermé.</translation>
    </message>
    <message>
        <source>What I read and hear stays secret, also afterwards</source>
        <translation>Ce que je lis et entends reste secret, aussi après</translation>
    </message>
    <message>
        <source>I work where nobody else sees or hears it</source>
        <translation>Je travaille où personne d&apos;autre ne le voit ni ne l&apos;entend</translation>
    </message>
    <message>
        <source>I copy nothing out of the program</source>
        <translation>Je ne copie rien hors du programme</translation>
    </message>
    <message>
        <source>I destroy what is left when the office has my work</source>
        <translation>Je détruis ce qui reste quand le cabinet a mon travail</translation>
    </message>
    <message>
        <source>Does one of these hold of you?</source>
        <translation>L&apos;une de ces choses vaut-elle pour vous&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;What you say of it</source>
        <translation>&amp;Ce que vous en dites</translation>
    </message>
    <message>
        <source>&amp;Sign this</source>
        <translation>&amp;Signer ceci</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Please answer this.</source>
        <translation>Veuillez répondre à ceci.</translation>
    </message>
    <message>
        <source>Please write why, so that the office can decide.</source>
        <translation>Écrivez pourquoi, pour que le cabinet puisse décider.</translation>
    </message>
</context>
<context>
    <name>DescriptionsDialog</name>
    <message>
        <source>Description of exhibit {number}</source>
        <translation>Description de la pièce {number}</translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>Descriptions</translation>
    </message>
    <message>
        <source>Nothing of this exhibit is described yet.</source>
        <translation>Rien de cette pièce n&apos;est encore décrit.</translation>
    </message>
    <message>
        <source>Describe a &amp;thing…</source>
        <translation>Décrire un &amp;objet…</translation>
    </message>
    <message>
        <source>Add an online ca&amp;pture…</source>
        <translation>Ajouter une ca&amp;pture en ligne…</translation>
    </message>
    <message>
        <source>Co&amp;rrect…</source>
        <translation>Co&amp;rriger…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>Précisions</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>Describe a thing of exhibit {number}</source>
        <translation>Décrire un objet de la pièce {number}</translation>
    </message>
    <message>
        <source>Add an online capture to exhibit {number}</source>
        <translation>Ajouter une capture en ligne à la pièce {number}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Correct the description: {named}</source>
        <translation>Corriger la description&#xa0;: {named}</translation>
    </message>
</context>
<context>
    <name>DeskModel</name>
    <message>
        <source>Turn {number}, to be mended</source>
        <translation>Intervention {number}, à modifier</translation>
    </message>
    <message>
        <source>On a break since {time}: /b and Enter end it</source>
        <translation>En pause depuis {time}&#xa0;: /b et Entrée y mettent fin</translation>
    </message>
</context>
<context>
    <name>DeskState</name>
    <message>
        <source>This turn: {mode}</source>
        <translation>Cette intervention&#xa0;: {mode}</translation>
    </message>
</context>
<context>
    <name>DeskTimeNotes</name>
    <message>
        <source>There is no recording here at which something is noted.</source>
        <translation>Il n&apos;y a ici aucun enregistrement auquel noter quelque chose.</translation>
    </message>
    <message>
        <source>A note is at a turn: choose one, or keep one first.</source>
        <translation>Une note va à une intervention&#xa0;: choisissez-en une, ou gardez-en d&apos;abord une.</translation>
    </message>
    <message>
        <source>No open job renders this turn. A note is a linguist&apos;s: {key} leads to their jobs.</source>
        <translation>Aucune mission ouverte ne rend cette intervention. Une note est celle d&apos;un linguiste&#xa0;: {key} mène à ses missions.</translation>
    </message>
    <message>
        <source>At turn {turn}. It is signed by the linguist with their wording of the turn.</source>
        <translation>À l&apos;intervention {turn}. Le linguiste la signe avec sa version de l&apos;intervention.</translation>
    </message>
    <message>
        <source>Note at a time of the recording</source>
        <translation>Note à un temps de l&apos;enregistrement</translation>
    </message>
    <message>
        <source>Noted for the linguist, who signs it. It stands at the turn, in the job.</source>
        <translation>Noté pour le linguiste, qui le signe. La note est à l&apos;intervention, dans la mission.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>This was typed before and not saved. It is shown again.</source>
        <translation>Ceci a été écrit auparavant sans être enregistré. Le voici de nouveau.</translation>
    </message>
    <message>
        <source>This is still open. Esc leaves it and keeps what is typed; then {key} closes the program.</source>
        <translation>Ceci est encore ouvert. Échap le quitte et garde ce qui est tapé&#xa0;; ensuite {key} ferme le programme.</translation>
    </message>
    <message>
        <source>This is still open. Esc leaves it; then {key} closes the program.</source>
        <translation>Ceci est encore ouvert. Échap le quitte&#xa0;; ensuite {key} ferme le programme.</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
</context>
<context>
    <name>DisputeDialog</name>
    <message>
        <source>Dispute turn {turn}</source>
        <translation>Contester {turn}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Your &amp;version</source>
        <translation>Votre &amp;version</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Keep the dispute</source>
        <translation>&amp;Garder la contestation</translation>
    </message>
    <message>
        <source>A dispute needs a version of one&apos;s own.</source>
        <translation>Une contestation demande une version propre.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Un motif est nécessaire. Veuillez écrire pourquoi.</translation>
    </message>
    <message>
        <source>These are the words of the version: change them, or agree.</source>
        <translation>Ce sont les mots de la version&#xa0;: changez-les, ou approuvez.</translation>
    </message>
    <message>
        <source>Both versions are kept and printed in the turn, with your reason. Your last word counts.</source>
        <translation>Les deux versions sont conservées et imprimées dans l&apos;intervention, avec votre motif. Votre dernier mot compte.</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Draw up a version for a recipient</source>
        <translation>Établir une version pour un destinataire</translation>
    </message>
    <message>
        <source>It lists which signed records and which exhibits the recipient gets. What is signed or registered later does not come into it. Words are masked afterwards.</source>
        <translation>Elle énumère les actes signés et les pièces que le destinataire reçoit. Ce qui est signé ou enregistré plus tard n&apos;y entre pas. Les mots sont masqués ensuite.</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Destinataire</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;But</translation>
    </message>
    <message>
        <source>Answers re&amp;quest</source>
        <translation>Répond à la dema&amp;nde</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Or rests &amp;on</source>
        <translation>Ou repose &amp;sur</translation>
    </message>
    <message>
        <source>For example: spontaneous information</source>
        <translation>Par exemple&#xa0;: information spontanée</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>All that the choices below allow</source>
        <translation>Tout ce que permettent les choix ci-dessous</translation>
    </message>
    <message>
        <source>Those ticked on the page: {records} records, {exhibits} exhibits</source>
        <translation>Ceux cochés sur la page&#xa0;: {records} actes, {exhibits} pièces</translation>
    </message>
    <message>
        <source>Records and &amp;exhibits</source>
        <translation>&amp;Actes et pièces</translation>
    </message>
    <message>
        <source>Only &amp;from this day</source>
        <translation>Seulement à &amp;partir de ce jour</translation>
    </message>
    <message>
        <source>Only from this day</source>
        <translation>Seulement à partir de ce jour</translation>
    </message>
    <message>
        <source>Only &amp;up to this day</source>
        <translation>Seulement &amp;jusqu&apos;à ce jour</translation>
    </message>
    <message>
        <source>Only up to this day</source>
        <translation>Seulement jusqu&apos;à ce jour</translation>
    </message>
    <message>
        <source>Only of authorities &amp;in</source>
        <translation>Seulement d&apos;autorités de ce pa&amp;ys</translation>
    </message>
    <message>
        <source>Every country</source>
        <translation>Tous les pays</translation>
    </message>
    <message>
        <source>Only records of these persons</source>
        <translation>Seulement les actes de ces personnes</translation>
    </message>
    <message>
        <source>Only records of these perso&amp;ns (none ticked: of all)</source>
        <translation>Seulement les actes de &amp;ces personnes (rien de coché&#xa0;: toutes)</translation>
    </message>
    <message>
        <source>&amp;Draw up</source>
        <translation>É&amp;tablir</translation>
    </message>
    <message>
        <source>Please write who receives it.</source>
        <translation>Veuillez écrire qui la reçoit.</translation>
    </message>
    <message>
        <source>Please write what it is for.</source>
        <translation>Veuillez écrire à quoi elle sert.</translation>
    </message>
    <message>
        <source>Please choose the request, or write on what else it rests.</source>
        <translation>Veuillez choisir la demande, ou écrire sur quoi d&apos;autre elle repose.</translation>
    </message>
    <message>
        <source>Please choose which records and exhibits are in it.</source>
        <translation>Veuillez choisir quels actes et quelles pièces en font partie.</translation>
    </message>
    <message>
        <source>The version is recorded.</source>
        <translation>La version est inscrite.</translation>
    </message>
</context>
<context>
    <name>EnterAssessmentDialog</name>
    <message>
        <source>New assessment of {person}</source>
        <translation>Nouvelle évaluation de {person}</translation>
    </message>
    <message>
        <source>Write what the protection of this person needs, and no more.</source>
        <translation>Écrivez ce qu&apos;exige la protection de cette personne, et rien de plus.</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Par</translation>
    </message>
    <message>
        <source>Me&amp;thod</source>
        <translation>Mé&amp;thode</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>Risques</translation>
    </message>
    <message>
        <source>&amp;Made on</source>
        <translation>&amp;Faite le</translation>
    </message>
    <message>
        <source>Personal characteristics</source>
        <translation>Caractéristiques personnelles</translation>
    </message>
    <message>
        <source>Nature of the crime</source>
        <translation>Nature de l&apos;infraction</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>Éléments à l&apos;appui</translation>
    </message>
    <message>
        <source>{risk}: grounds</source>
        <translation>{risk}&#xa0;: éléments à l&apos;appui</translation>
    </message>
    <message>
        <source>&amp;Circumstances</source>
        <translation>&amp;Circonstances</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>Circonstances</translation>
    </message>
    <message>
        <source>&amp;Wishes of the person</source>
        <translation>&amp;Souhaits de la personne</translation>
    </message>
    <message>
        <source>Wishes of the person</source>
        <translation>Souhaits de la personne</translation>
    </message>
    <message>
        <source>Measures &amp;proposed, one a line</source>
        <translation>&amp;Mesures proposées, une par ligne</translation>
    </message>
    <message>
        <source>Measures proposed</source>
        <translation>Mesures proposées</translation>
    </message>
    <message>
        <source>&amp;Next review on</source>
        <translation>À &amp;revoir le</translation>
    </message>
    <message>
        <source>Communicate&amp;d to, one a line</source>
        <translation>Comm&amp;uniquée à, un destinataire par ligne</translation>
    </message>
    <message>
        <source>Communicated to</source>
        <translation>Communiquée à</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>Sc&amp;eller</translation>
    </message>
    <message>
        <source>Please write when the assessment was made.</source>
        <translation>Veuillez écrire quand l’évaluation a été faite.</translation>
    </message>
    <message>
        <source>Please write who made the assessment.</source>
        <translation>Veuillez écrire qui a fait l&apos;évaluation.</translation>
    </message>
    <message>
        <source>Please choose the method.</source>
        <translation>Veuillez choisir la méthode.</translation>
    </message>
    <message>
        <source>Please choose the level of this risk.</source>
        <translation>Veuillez choisir le niveau de ce risque.</translation>
    </message>
    <message>
        <source>&amp;Refuses special measures</source>
        <translation>Refuse &amp;les mesures particulières</translation>
    </message>
</context>
<context>
    <name>EntryActs</name>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>Stri&amp;ke out…</source>
        <translation>&amp;Biffer…</translation>
    </message>
    <message>
        <source>Correc&amp;t…</source>
        <translation>Corri&amp;ger…</translation>
    </message>
    <message>
        <source>An entry that was struck out cannot be corrected.</source>
        <translation>Une inscription biffée ne peut pas être corrigée.</translation>
    </message>
    <message>
        <source>Strike out {entry}?</source>
        <translation>Biffer&#xa0;: {entry}&#xa0;?</translation>
    </message>
    <message>
        <source>Corrections of {entry}</source>
        <translation>Corrections&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>It was made in error. It stays readable with your reason, and is no longer offered for choice.</source>
        <translation>Elle a été faite par erreur. Elle reste lisible avec votre motif et n’est plus proposée.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Biffer</translation>
    </message>
    <message>
        <source>Choose an entry first.</source>
        <translation>Choisissez d’abord une inscription.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>&amp;Motif de la correction</translation>
    </message>
    <message>
        <source>Keep the former value, and this reason, out of bundles</source>
        <translation>Garder la valeur antérieure, et ce motif, hors des liasses</translation>
    </message>
    <message>
        <source>For a value that must not leave the office, such as the name of a protected person. A bundle then says only that the field was corrected, when and by whom.</source>
        <translation>Pour une valeur qui ne doit pas quitter le cabinet, comme le nom d&apos;une personne protégée. Une liasse dit alors seulement que le champ a été corrigé, quand et par qui.</translation>
    </message>
    <message>
        <source>Please write why it is corrected.</source>
        <translation>Indiquez le motif de la correction.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>New turn</source>
        <translation>Nouvelle intervention</translation>
    </message>
    <message>
        <source>Typed in {languages}, not shown: {key}</source>
        <translation>Écrit en {languages}, non affiché&#xa0;: {key}</translation>
    </message>
    <message>
        <source>Mends {number}</source>
        <translation>Modifie {number}</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>N° {number}</translation>
    </message>
    <message>
        <source>{language}, words spoken</source>
        <translation>{language}, paroles prononcées</translation>
    </message>
    <message>
        <source>not written down  ·  {range}</source>
        <translation>non écrit  ·  {range}</translation>
    </message>
    <message>
        <source>not written down</source>
        <translation>non écrit</translation>
    </message>
    <message>
        <source>New turn, {language}</source>
        <translation>Nouvelle intervention, {language}</translation>
    </message>
    <message>
        <source>keep the turn</source>
        <translation>garder</translation>
    </message>
    <message>
        <source>other language</source>
        <translation>autre langue</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>locuteur</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>short codes</source>
        <translation>codes</translation>
    </message>
    <message>
        <source>last turn</source>
        <translation>la dernière</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>annuler</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>touches</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Not the letters of {languages}: do these words stand on the wrong side?</source>
        <translation>Ce ne sont pas les lettres de la langue ({languages})&#xa0;: ces mots sont-ils du mauvais côté&#xa0;?</translation>
    </message>
    <message>
        <source>{language}, as interpreted</source>
        <translation>{language}, interprétation</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>Est-ce exact&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Enter it as it is</source>
        <translation>&amp;Consigner tel quel</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>No event is chosen</source>
        <translation>Aucun événement n&apos;est choisi</translation>
    </message>
    <message>
        <source>Done alone, because</source>
        <translation>Fait seul, car</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Seconde personne</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Consigné</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>Gardé au cabinet</translation>
    </message>
    <message>
        <source>Reason for late entry</source>
        <translation>Motif de l&apos;inscription tardive</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Former seal</source>
        <translation>Ancien scellé</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Of the file</source>
        <translation>Du fichier</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Event to correct</source>
        <translation>Événement à corriger</translation>
    </message>
    <message>
        <source>Wrong value</source>
        <translation>Valeur fausse</translation>
    </message>
    <message>
        <source>Right value</source>
        <translation>Valeur exacte</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>The chosen event</source>
        <translation>L&apos;événement choisi</translation>
    </message>
    <message>
        <source>The signature as it was drawn</source>
        <translation>La signature telle qu&apos;elle a été tracée</translation>
    </message>
    <message>
        <source>Clock of the entry</source>
        <translation>Horloge de la saisie</translation>
    </message>
</context>
<context>
    <name>ExchangeMenu</name>
    <message>
        <source>&amp;Send out…</source>
        <translation>&amp;Envoyer…</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>&amp;Importer un fichier…</translation>
    </message>
    <message>
        <source>Import a &amp;glossary…</source>
        <translation>Importer un &amp;glossaire…</translation>
    </message>
</context>
<context>
    <name>ExhibitCard</name>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Custod&amp;y record</source>
        <translation>Registre &amp;de conservation</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ajouter des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Choose an exhibit in the list.</source>
        <translation>Choisissez une pièce dans la liste.</translation>
    </message>
    <message>
        <source>Key &amp;material…</source>
        <translation>&amp;Matériel de clé…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Dernier événement</translation>
    </message>
    <message>
        <source>{action}, {when}</source>
        <translation>{action}, {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%n retiré</numerusform>
            <numerusform>%n retirés</numerusform>
        </translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Quarantaine</translation>
    </message>
    <message>
        <source>Barred</source>
        <translation>Retenue</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Reste ici</translation>
    </message>
    <message>
        <source>exhibit {number}</source>
        <translation>pièce {number}</translation>
    </message>
    <message>
        <source>Correct exhibit {number}</source>
        <translation>Corriger la pièce {number}</translation>
    </message>
    <message>
        <source>Files of exhibit {number}</source>
        <translation>Fichiers de la pièce {number}</translation>
    </message>
    <message>
        <source>Bars on &amp;leaving…</source>
        <translation>Interdiction&amp;s…</translation>
    </message>
    <message>
        <source>&amp;Description…</source>
        <translation>Descri&amp;ption…</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Voir le contenu</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Ajouter un d&amp;ossier…</translation>
    </message>
    <message>
        <source>A folder for exhibit {number}</source>
        <translation>Un dossier pour la pièce {number}</translation>
    </message>
    <message>
        <source>So&amp;urces…</source>
        <translation>So&amp;urces…</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
</context>
<context>
    <name>ExhibitsView</name>
    <message>
        <source>Search by number, title or holder</source>
        <translation>Chercher par numéro, titre ou détenteur</translation>
    </message>
    <message>
        <source>Search exhibits</source>
        <translation>Chercher des pièces</translation>
    </message>
    <message>
        <source>&amp;Register an exhibit…</source>
        <translation>En&amp;registrer une pièce…</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>No exhibits yet</source>
        <translation>Pas encore de pièces</translation>
    </message>
    <message>
        <source>Register the first exhibit of this case, then add its files.</source>
        <translation>Enregistrez la première pièce de cette affaire, puis ajoutez ses fichiers.</translation>
    </message>
    <message>
        <source>Re&amp;gister an exhibit…</source>
        <translation>En&amp;registrer une pièce…</translation>
    </message>
    <message>
        <source>Nothing was registered in this case.</source>
        <translation>Rien n&apos;a été enregistré dans cette affaire.</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Détenue par</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Dernier événement</translation>
    </message>
    <message>
        <source>Transfer open</source>
        <translation>Transfert ouvert</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n pièce</numerusform>
            <numerusform>%n pièces</numerusform>
        </translation>
    </message>
    <message>
        <source>The key material is sealed.</source>
        <translation>Le matériel de clé est scellé.</translation>
    </message>
</context>
<context>
    <name>ExhibitsViewModel</name>
    <message>
        <source>Other files are being read. Please wait until that has ended.</source>
        <translation>D’autres fichiers sont en cours de lecture. Veuillez attendre la fin.</translation>
    </message>
    <message>
        <source>Stopped. What was added before stays.</source>
        <translation>Arrêté. Ce qui a été ajouté avant reste.</translation>
    </message>
    <message>
        <source>{taken} of {asked} files were added.</source>
        <translation>{taken} fichiers sur {asked} ont été ajoutés.</translation>
    </message>
</context>
<context>
    <name>ExplainClockDialog</name>
    <message>
        <source>Why the clock went back</source>
        <translation>Pourquoi l&apos;horloge a reculé</translation>
    </message>
    <message>
        <source>Your statement is signed and enters the event chain. The times of the events stay as they are.</source>
        <translation>Votre déclaration est signée et entre dans la chaîne d&apos;événements. Les heures des événements restent telles quelles.</translation>
    </message>
    <message>
        <source>Why it went back, and whether date and time are right now</source>
        <translation>Pourquoi elle a reculé, et si la date et l&apos;heure sont justes maintenant</translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Interviews</source>
        <translation>Auditions</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Further entries</source>
        <translation>Autres inscriptions</translation>
    </message>
    <message>
        <source>&amp;Interviews</source>
        <translation>Aud&amp;itions</translation>
    </message>
    <message>
        <source>E&amp;xhibits</source>
        <translation>Piè&amp;ces</translation>
    </message>
    <message>
        <source>La&amp;nguages of the columns</source>
        <translation>La&amp;ngues des colonnes</translation>
    </message>
    <message>
        <source>Further entries, by name</source>
        <translation>Autres inscriptions, nommément</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Tout ou rien</translation>
    </message>
    <message>
        <source>All or none: {list}</source>
        <translation>Tout ou rien&#xa0;: {list}</translation>
    </message>
    <message>
        <source>All are ticked, so that a record is printed whole; untick what is left out.</source>
        <translation>Toutes sont cochées, pour qu&apos;un procès-verbal soit imprimé en entier&#xa0;; décochez ce qui est laissé de côté.</translation>
    </message>
    <message>
        <source>C&amp;ertified by</source>
        <translation>C&amp;ertifié par</translation>
    </message>
    <message>
        <source>not signed yet ({state})</source>
        <translation>pas encore signé ({state})</translation>
    </message>
    <message>
        <source>its linguist signed nothing yet</source>
        <translation>son linguiste n&apos;a encore rien signé</translation>
    </message>
    <message>
        <source>Please write what the bundle is for.</source>
        <translation>Veuillez indiquer à quoi sert la liasse.</translation>
    </message>
    <message>
        <source>Please write who receives the bundle.</source>
        <translation>Veuillez indiquer qui reçoit la liasse.</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Finalité</translation>
    </message>
    <message>
        <source>Contents of the bundle</source>
        <translation>Contenu de la liasse</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Destinataire</translation>
    </message>
    <message>
        <source>Prepare the pa&amp;ges</source>
        <translation>Préparer les pa&amp;ges</translation>
    </message>
    <message>
        <source>Nothing is prepared yet</source>
        <translation>Rien n&apos;est encore préparé</translation>
    </message>
    <message>
        <source>Choose what goes into the bundle and prepare its pages. You see them before anybody signs.</source>
        <translation>Choisissez le contenu de la liasse et préparez ses pages. Vous les voyez avant toute signature.</translation>
    </message>
    <message>
        <source>Checks before signing</source>
        <translation>Contrôles avant la signature</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>Pa&amp;ges</translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation>&amp;Contrôles</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>&amp;Sign and save…</source>
        <translation>&amp;Signer et enregistrer…</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Ce qui a été contrôlé</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>There is nothing to export yet. Sign an interview record or register an exhibit first.</source>
        <translation>Il n&apos;y a encore rien à exporter. Signez d&apos;abord un procès-verbal ou enregistrez une pièce.</translation>
    </message>
    <message>
        <source>Signed bundles…</source>
        <translation>Liasses signées…</translation>
    </message>
    <message>
        <source>Please choose at least one interview or one exhibit.</source>
        <translation>Veuillez choisir au moins une audition ou une pièce.</translation>
    </message>
    <message>
        <source>Please write why a restricted record goes into it.</source>
        <translation>Veuillez écrire pourquoi un procès-verbal d’usage limité y figure.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) prepared. Look through them before you sign.</source>
        <translation>
            <numerusform>%n page préparée. Parcourez-la avant de signer.</numerusform>
            <numerusform>%n pages préparées. Parcourez-les avant de signer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) prepared, to look through. A judge or prosecutor must prepare the same choice in their own session to sign and release it.</source>
        <translation>
            <numerusform>%n page préparée, à parcourir. Un juge ou un magistrat du parquet prépare le même choix dans une session à lui, le signe et le remet.</numerusform>
            <numerusform>%n pages préparées, à parcourir. Un juge ou un magistrat du parquet prépare le même choix dans une session à lui, le signe et le remet.</numerusform>
        </translation>
    </message>
    <message>
        <source>A check prevents the signing of this bundle. See the checks.</source>
        <translation>Un contrôle empêche la signature de cette liasse. Voyez les contrôles.</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traductions</translation>
    </message>
    <message>
        <source>&amp;Translations beside them</source>
        <translation>&amp;Traductions qui les accompagnent</translation>
    </message>
    <message>
        <source>Translation {job} is of record {record}. Please choose that record too.</source>
        <translation>La traduction {job} est celle du procès-verbal {record}. Veuillez choisir aussi ce procès-verbal.</translation>
    </message>
    <message>
        <source>Restricted because</source>
        <translation>Usage limité, motif</translation>
    </message>
    <message>
        <source>Exhibits of which content is printed</source>
        <translation>Pièces dont le contenu est imprimé</translation>
    </message>
    <message>
        <source>Content of exhibit {number} cannot be printed without its sheet. Please choose that exhibit too.</source>
        <translation>Le contenu de la pièce {number} ne peut pas être imprimé sans sa fiche. Veuillez choisir aussi cette pièce.</translation>
    </message>
    <message>
        <source>{exhibit} (as pictures: what they show is not searched for names)</source>
        <translation>{exhibit} (comme images&#xa0;: les noms ne sont pas recherchés dans ce qu&apos;elles montrent)</translation>
    </message>
    <message>
        <source>That of the recipient&apos;s State</source>
        <translation>celle de l&apos;État destinataire</translation>
    </message>
    <message>
        <source>Headings in</source>
        <translation>Langue des titres</translation>
    </message>
    <message>
        <source>Of these, the beginning of each file is read and printed under the sheet of the exhibit. * By the name of a file, as pictures (also the first pages of a PDF): what they show is not searched for names. No file is opened before it is ticked; the checks of the prepared pages go by its content.</source>
        <translation>De celles-ci, le début de chaque fichier est lu et imprimé sous la fiche de la pièce. * D&apos;après le nom d&apos;un fichier, comme images (aussi les premières pages d&apos;un PDF)&#xa0;: les noms ne sont pas recherchés dans ce qu&apos;elles montrent. Aucun fichier n&apos;est ouvert avant d&apos;être coché&#xa0;; les contrôles des pages préparées se fient à son contenu.</translation>
    </message>
</context>
<context>
    <name>ExportViewModel</name>
    <message>
        <source>Laying out the pages</source>
        <translation>Mise en page</translation>
    </message>
    <message>
        <source>Signing and checking</source>
        <translation>Signature et vérification</translation>
    </message>
</context>
<context>
    <name>FileActs</name>
    <message>
        <source>Check the digest of this file?</source>
        <translation>Vérifier l&apos;empreinte de ce fichier&#xa0;?</translation>
    </message>
    <message>
        <source>The whole file is read. The check is recorded as a custody event of the exhibit.</source>
        <translation>Le fichier est lu en entier. La vérification est consignée comme événement de conservation de la pièce.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>It belongs to the exhibit again: it is searched, printed and sent with it. Who was told of its withdrawal is to be told again.</source>
        <translation>Il appartient de nouveau à la pièce&#xa0;: il est recherché, imprimé et transmis avec elle. Qui a été informé de son retrait doit l&apos;être à nouveau.</translation>
    </message>
    <message>
        <source>Reinstate this file?</source>
        <translation>Rétablir ce fichier&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Reinstate</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>It was added by mistake. Nothing is erased: the file stays in the vault and is shown as withdrawn. It is not searched, printed or sent any more. Who has it already is to be told.</source>
        <translation>Il a été ajouté par erreur. Rien n&apos;est effacé&#xa0;: le fichier reste dans le coffre et est montré comme retiré. Il n&apos;est plus recherché, imprimé ni envoyé. Qui l&apos;a déjà doit en être informé.</translation>
    </message>
    <message>
        <source>Withdraw this file?</source>
        <translation>Retirer ce fichier&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>{name}, a file of exhibit {number}.</source>
        <translation>{name}, un fichier de la pièce {number}.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>SHA-256 of {name}</source>
        <translation>SHA-256 de {name}</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Sortir…</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>Sortir {name}</translation>
    </message>
    <message>
        <source>Check the digest</source>
        <translation>Vérifier l&apos;empreinte</translation>
    </message>
    <message>
        <source>Check the digest of {name}</source>
        <translation>Vérifier l&apos;empreinte de {name}</translation>
    </message>
    <message>
        <source>Take over bank statement…</source>
        <translation>Reprendre un relevé bancaire…</translation>
    </message>
    <message>
        <source>Take over bank statement from {name}</source>
        <translation>Reprendre un relevé bancaire de {name}</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Voir le contenu</translation>
    </message>
    <message>
        <source>Withdrawn, as added by mistake: {reason}</source>
        <translation>Retiré, comme ajouté par erreur&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Look inside {name}</source>
        <translation>Voir le contenu de {name}</translation>
    </message>
    <message>
        <source>Read advertisements…</source>
        <translation>Lire des annonces…</translation>
    </message>
    <message>
        <source>Read advertisements from {name}</source>
        <translation>Lire des annonces dans {name}</translation>
    </message>
    <message>
        <source>Reinstate…</source>
        <translation>Rétablir…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Reinstate {name}</source>
        <translation>Rétablir {name}</translation>
    </message>
    <message>
        <source>Withdraw {name}</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>Same bytes in {numbers}</source>
        <translation>Mêmes octets dans {numbers}</translation>
    </message>
    <message>
        <source>{name}: same bytes in {numbers}</source>
        <translation>{name}&#xa0;: mêmes octets dans {numbers}</translation>
    </message>
    <message>
        <source>Signatures…</source>
        <translation>Signatures…</translation>
    </message>
    <message>
        <source>Signatures of {name}</source>
        <translation>Signatures de {name}</translation>
    </message>
</context>
<context>
    <name>FileCards</name>
    <message>
        <source>Part of a name</source>
        <translation>Partie d&apos;un nom</translation>
    </message>
    <message>
        <source>Find among the files</source>
        <translation>Rechercher parmi les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with this in the name</source>
        <translation>
            <numerusform>%n fichier dont le nom contient cela</numerusform>
            <numerusform>%n fichiers dont le nom contient cela</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier file(s)</source>
        <translation>
            <numerusform>Afficher %n fichier précédent</numerusform>
            <numerusform>Afficher %n fichiers précédents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more file(s)</source>
        <translation>
            <numerusform>Afficher %n fichier de plus</numerusform>
            <numerusform>Afficher %n fichiers de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileSteps</name>
    <message>
        <source>File before</source>
        <translation>Fichier précédent</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Fichier suivant</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>File {place}</source>
        <translation>Fichier {place}</translation>
    </message>
</context>
<context>
    <name>FileWork</name>
    <message>
        <source>Checking the digest</source>
        <translation>Vérification de l’empreinte</translation>
    </message>
    <message>
        <source>Adding files</source>
        <translation>Ajout de fichiers</translation>
    </message>
    <message>
        <source>File {number} of {count}, {done} of {total}</source>
        <translation>Fichier {number} sur {count}, {done} sur {total}</translation>
    </message>
    <message>
        <source>File {number} of {count}, {done} of {total}, {rate}/s, {left} left</source>
        <translation>Fichier {number} sur {count}, {done} sur {total}, {rate}/s, encore {left}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added, encrypted and recorded.</source>
        <translation>
            <numerusform>%n fichier ajouté, chiffré et consigné.</numerusform>
            <numerusform>%n fichiers ajoutés, chiffrés et consignés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stored file has the digest that was recorded.</source>
        <translation>Le fichier conservé a l&apos;empreinte qui a été consignée.</translation>
    </message>
    <message>
        <source>The stored file does not have the digest that was recorded.</source>
        <translation>Le fichier conservé n&apos;a pas l&apos;empreinte qui a été consignée.</translation>
    </message>
    <message>
        <source>The data in the image have the digest that the image states.</source>
        <translation>Les données de l’image ont l’empreinte que l’image indique.</translation>
    </message>
    <message>
        <source>The data in the image do not have the digest that the image states.</source>
        <translation>Les données de l’image n’ont pas l’empreinte que l’image indique.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation>Langue des mots</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>Indicatif du pays</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>This case: {case}</source>
        <translation>Ce dossier&#xa0;: {case}</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Tous les dossiers</translation>
    </message>
    <message>
        <source>any</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>Wher&amp;e</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Au</translation>
    </message>
    <message>
        <source>Perso&amp;n</source>
        <translation>&amp;Personne</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this record</source>
        <translation>Chercher dans ce procès-verbal</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message numerus="yes">
        <source>replaced in %n turn(s)</source>
        <translation>
            <numerusform>dans %n intervention</numerusform>
            <numerusform>dans %n interventions</numerusform>
        </translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>Rechercher dans ce fichier</translation>
    </message>
    <message>
        <source>Former place</source>
        <translation>Endroit précédent</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Endroit suivant</translation>
    </message>
    <message>
        <source>What is shown has no words that can be found.</source>
        <translation>Ce qui est affiché n&apos;a pas de mots que l&apos;on puisse rechercher.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>{number} of the first {count}</source>
        <translation>{number} sur les {count} premiers</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>The rest is being searched…</source>
        <translation>La recherche continue…</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>This login reaches this record and nothing else</source>
        <translation>Cet accès atteint ce procès-verbal et rien d&apos;autre</translation>
    </message>
    <message>
        <source>Assigned by {name}, {at}</source>
        <translation>Confié par {name}, {at}</translation>
    </message>
    <message>
        <source>Locks in {minutes}</source>
        <translation>Verrouillage dans {minutes}</translation>
    </message>
</context>
<context>
    <name>FormalitiesPage</name>
    <message>
        <source>Parts of the formalities</source>
        <translation>Parties des formalités</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>Rien n&apos;est consigné.</translation>
    </message>
    <message>
        <source>Strike out {entry} ({part})?</source>
        <translation>Biffer&#xa0;: {entry} ({part})&#xa0;?</translation>
    </message>
    <message>
        <source>It was entered in error: it stays readable with your reason.</source>
        <translation>Elle a été enregistrée par erreur&#xa0;: elle reste lisible avec votre motif.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Biffer</translation>
    </message>
    <message>
        <source>Show the &amp;line-up</source>
        <translation>&amp;Voir la présentation</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary of {case}</source>
        <translation>Glossaire de {case}</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Notions</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>No concept is entered.</source>
        <translation>Aucune notion n&apos;est entrée.</translation>
    </message>
    <message>
        <source>Terms of the concept</source>
        <translation>Termes de la notion</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>This concept has no term.</source>
        <translation>Cette notion n&apos;a aucun terme.</translation>
    </message>
    <message>
        <source>Add a &amp;term…</source>
        <translation>Ajouter un &amp;terme…</translation>
    </message>
    <message>
        <source>C&amp;hange the term…</source>
        <translation>M&amp;odifier le terme…</translation>
    </message>
    <message>
        <source>Strike o&amp;ut the term…</source>
        <translation>Biffer le t&amp;erme…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>It is proposed beside a turn in which a term stands. No other case has it; a file for a translator has it only if it is sent along.</source>
        <translation>Il est proposé à côté d&apos;une intervention où se trouve un terme. Aucun autre dossier ne l&apos;a&#xa0;; un fichier pour un traducteur ne l&apos;a que si on l&apos;y joint.</translation>
    </message>
    <message>
        <source>The terms of this record. What you add comes into the vault with your work. An entry of the office that you change stays there as it is, and is named to the office.</source>
        <translation>Les termes de ce procès-verbal. Ce que vous ajoutez entre dans le coffre avec votre travail. Une entrée du cabinet que vous modifiez y reste telle quelle, et lui est signalée.</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Nouvelle notion</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>Nouveau terme</translation>
    </message>
    <message>
        <source>An entry that was struck out cannot be corrected.</source>
        <translation>Une entrée biffée ne peut pas être corrigée.</translation>
    </message>
    <message>
        <source>Change the concept</source>
        <translation>Modifier la notion</translation>
    </message>
    <message>
        <source>Change the term</source>
        <translation>Modifier le terme</translation>
    </message>
    <message>
        <source>Strike out {entry}?</source>
        <translation>Biffer {entry}&#xa0;?</translation>
    </message>
    <message>
        <source>the concept</source>
        <translation>la notion</translation>
    </message>
    <message>
        <source>It stays readable with your reason, and is proposed no more.</source>
        <translation>Reste lisible avec votre motif, et n&apos;est plus proposé.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Biffer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>Importer un glossaire</translation>
    </message>
    <message>
        <source>Concepts that are new are added to the glossary of the case. Those that it has stay.</source>
        <translation>Les notions nouvelles sont ajoutées au glossaire du dossier. Celles qu&apos;il a déjà restent.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Fichier…</translation>
    </message>
    <message>
        <source>Glossary (TBX)</source>
        <translation>Glossaire (TBX)</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Concepts that would be added</source>
        <translation>Notions qui seraient ajoutées</translation>
    </message>
    <message>
        <source>Choose a glossary.</source>
        <translation>Choisissez un glossaire.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>The glossary is being read…</source>
        <translation>Lecture du glossaire…</translation>
    </message>
    <message>
        <source>The concepts are being added…</source>
        <translation>Ajout des notions…</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) are new.</source>
        <translation>
            <numerusform>%n notion est nouvelle.</numerusform>
            <numerusform>%n notions sont nouvelles.</numerusform>
        </translation>
    </message>
    <message>
        <source>The case has all of these concepts already.</source>
        <translation>Le dossier a déjà toutes ces notions.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n autre.</numerusform>
            <numerusform>Et %n autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) added.</source>
        <translation>
            <numerusform>%n notion ajoutée.</numerusform>
            <numerusform>%n notions ajoutées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Already answered</source>
        <translation>Déjà répondu</translation>
    </message>
    <message>
        <source>{record}, turn {turn}</source>
        <translation>{record}, intervention {turn}</translation>
    </message>
    <message>
        <source>Nothing like it yet in the records of this person.</source>
        <translation>Rien de semblable jusqu&apos;ici dans les procès-verbaux de cette personne.</translation>
    </message>
</context>
<context>
    <name>HandBackDialog</name>
    <message>
        <source>Hand back with work left?</source>
        <translation>Rendre alors qu&apos;il reste à faire&#xa0;?</translation>
    </message>
    <message>
        <source>The office merges what is written, as far as it is. You can go on later, until it closes the assignment.</source>
        <translation>Le cabinet intègre ce qui est écrit, dans l&apos;état où c&apos;est. Vous pouvez continuer plus tard, tant qu&apos;il n&apos;a pas clos ce qui vous est confié.</translation>
    </message>
    <message>
        <source>&amp;Hand back all the same</source>
        <translation>&amp;Rendre malgré tout</translation>
    </message>
    <message>
        <source>&amp;Go on working</source>
        <translation>&amp;Continuer</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over the vault</source>
        <translation>Remettre le coffre</translation>
    </message>
    <message>
        <source>The successor gets your function, every case and every key that you hold. You are retired at the same moment, and the vault locks. Let the successor type their passphrase.</source>
        <translation>Le successeur reçoit votre fonction, tous les dossiers et toutes les clés que vous détenez. Vous êtes retiré au même moment et le coffre se verrouille. Laissez le successeur taper sa phrase de passe.</translation>
    </message>
    <message>
        <source>Na&amp;me of the successor</source>
        <translation>Nom du &amp;successeur</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>&amp;Remettre</translation>
    </message>
    <message>
        <source>The successor&apos;s keys are made. This takes a few seconds.</source>
        <translation>Les clés du successeur sont créées. Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>Please write the name.</source>
        <translation>Veuillez écrire le nom.</translation>
    </message>
</context>
<context>
    <name>HandedOverDialog</name>
    <message>
        <source>Hand over the whole folder. Tell the rest in another way, best by telephone.</source>
        <translation>Remettez le dossier entier. Dites le reste par une autre voie, de préférence par téléphone.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Passphrase, shown only now</source>
        <translation>Phrase de passe, montrée seulement maintenant</translation>
    </message>
    <message>
        <source>Passphrase: {words}</source>
        <translation>Phrase de passe&#xa0;: {words}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>HandedOverWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>For the interpreter</source>
        <translation>Pour l&apos;interprète</translation>
    </message>
    <message>
        <source>The vault of the office is locked. Type your own passphrase: it opens the record that was assigned to you, and nothing else.</source>
        <translation>Le coffre du cabinet est verrouillé. Tapez votre propre phrase de passe&#xa0;: elle ouvre le procès-verbal qui vous est confié, et rien d&apos;autre.</translation>
    </message>
    <message>
        <source>Your &amp;passphrase</source>
        <translation>Votre &amp;phrase de passe</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Votre phrase de passe</translation>
    </message>
    <message>
        <source>Deriving the key</source>
        <translation>Dérivation de la clé</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Back to the office</source>
        <translation>&amp;Retour au cabinet</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez taper la phrase de passe.</translation>
    </message>
    <message>
        <source>Type your own passphrase: it opens the record of this packet, and nothing else. The first time, you declare before what the office asks.</source>
        <translation>Tapez votre propre phrase secrète&#xa0;: elle ouvre le procès-verbal de ce paquet, et rien d&apos;autre. La première fois, vous déclarez d&apos;abord ce que le cabinet demande.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
</context>
<context>
    <name>HeaderPart</name>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
</context>
<context>
    <name>HeadingsTold</name>
    <message>
        <source>Bundles have no official language of %1, by the data pack. Choose English or another language; without a choice, headings are in that of the case: %2.</source>
        <translation>Les dossiers n’existent dans aucune langue officielle de %1, selon le jeu de données. Choisissez l’anglais ou une autre langue&#xa0;; sans choix, les titres sont dans celle de l’affaire&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The data pack does not say the official languages of %1. Choose a language; without a choice, headings are in that of the case: %2.</source>
        <translation>Le jeu de données ne dit pas les langues officielles de %1. Choisissez une langue&#xa0;; sans choix, les titres sont dans celle de l’affaire&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>&amp;Check the vault</source>
        <translation>Vérifier &amp;le coffre</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Not checked since unlocking</source>
        <translation>Pas vérifié depuis le déverrouillage</translation>
    </message>
    <message>
        <source>The check reads the whole vault: structure, event chain, tables, and every stored file.</source>
        <translation>La vérification lit tout le coffre&#xa0;: structure, chaîne d&apos;événements, tables et chaque fichier conservé.</translation>
    </message>
    <message>
        <source>Computer and media</source>
        <translation>Ordinateur et supports</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Constatation</translation>
    </message>
    <message>
        <source>Give it to those who receive your bundles, by telephone or on paper. With it they check that a bundle comes from you.</source>
        <translation>Communiquez-la à ceux qui reçoivent vos liasses, par téléphone ou sur papier. Elle leur permet de vérifier qu&apos;une liasse vient de vous.</translation>
    </message>
    <message>
        <source>States of this vault known elsewhere</source>
        <translation>États de ce coffre connus ailleurs</translation>
    </message>
    <message>
        <source>Confirmed and signed. The vault can be written to again, and this computer remembers its present state.</source>
        <translation>Confirmé et signé. Le coffre est de nouveau ouvert à l&apos;écriture, et cet ordinateur en retient l&apos;état présent.</translation>
    </message>
    <message>
        <source>Recorded and signed. Documents can be signed again.</source>
        <translation>Enregistré et signé. Les documents peuvent de nouveau être signés.</translation>
    </message>
    <message>
        <source>Everything that was checked is valid.</source>
        <translation>Tout ce qui a été vérifié est valide.</translation>
    </message>
    <message>
        <source>Nothing is invalid, but not everything could be confirmed.</source>
        <translation>Rien n&apos;est invalide, mais tout n&apos;a pas pu être confirmé.</translation>
    </message>
    <message>
        <source>Something is not valid. Keep the vault as it is and restore a copy.</source>
        <translation>Quelque chose n&apos;est pas valide. Gardez le coffre tel quel et restaurez une copie.</translation>
    </message>
    <message>
        <source>Fingerprint of the root certificate (SHA-256)</source>
        <translation>Empreinte du certificat racine (SHA-256)</translation>
    </message>
    <message>
        <source>Still being checked; this is what is known so far</source>
        <translation>Vérification en cours&#xa0;; voici ce qui est connu jusqu’ici</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>Vérification du coffre</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) read.</source>
        <translation>
            <numerusform>%n fichier conservé lu.</numerusform>
            <numerusform>%n fichiers conservés lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Former wordings of draft records</source>
        <translation>Rédactions antérieures des projets de procès-verbaux</translation>
    </message>
    <message>
        <source>{kept}. Decided when this vault was made.</source>
        <translation>{kept}. Décidé à la création de ce coffre.</translation>
    </message>
    <message>
        <source>{kept}. Nobody was asked when this vault was made.</source>
        <translation>{kept}. La question n&apos;a pas été posée à la création de ce coffre.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Corrections</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Nothing was corrected in this entry.</source>
        <translation>Rien n’a été corrigé dans cette inscription.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>HolderDialog</name>
    <message>
        <source>Let {name} choose a passphrase for this share. Nobody else needs to know it.</source>
        <translation>Laissez {name} choisir une phrase de passe pour cette part. Personne d&apos;autre n&apos;a besoin de la connaître.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuer</translation>
    </message>
</context>
<context>
    <name>HoldersDialog</name>
    <message>
        <source>Recovery shares of the vault</source>
        <translation>Parts de secours du coffre</translation>
    </message>
    <message>
        <source>Each holder gets one share. If your passphrase is lost, as many holders as you set here open the vault together. Each chooses a passphrase for their share. Earlier shares no longer open the vault.</source>
        <translation>Chaque détenteur reçoit une part. Si votre phrase de passe est perdue, le nombre de détenteurs que vous fixez ici ouvre ensemble le coffre. Chacun choisit une phrase de passe pour sa part. Les parts antérieures n&apos;ouvrent plus le coffre.</translation>
    </message>
    <message>
        <source>&amp;Number needed to open</source>
        <translation>&amp;Nombre nécessaire</translation>
    </message>
    <message>
        <source>&amp;Holders, separated by semicolons</source>
        <translation>&amp;Détenteurs, séparés par des points-virgules</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>&amp;Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>Please name two to sixteen different holders, separated by semicolons.</source>
        <translation>Veuillez nommer de deux à seize détenteurs différents, séparés par des points-virgules.</translation>
    </message>
    <message>
        <source>More shares are needed than there are holders.</source>
        <translation>Il faut plus de parts qu&apos;il n&apos;y a de détenteurs.</translation>
    </message>
    <message>
        <source>Please type your own passphrase too: this changes who can open the vault.</source>
        <translation>Veuillez taper aussi votre propre phrase de passe&#xa0;: cela change qui peut ouvrir le coffre.</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Protected identity of {person}</source>
        <translation>Identité protégée de {person}</translation>
    </message>
    <message>
        <source>It was entered again on {when}: what was sealed before could not be read.</source>
        <translation>Elle a été saisie à nouveau le {when}&#xa0;: ce qui était scellé auparavant ne pouvait pas être lu.</translation>
    </message>
    <message>
        <source>Co&amp;rrect…</source>
        <translation>Co&amp;rriger…</translation>
    </message>
</context>
<context>
    <name>IntervalDialog</name>
    <message>
        <source>When files are due</source>
        <translation>Quand les fichiers sont à relire</translation>
    </message>
    <message>
        <source>Stored files are due after this many months. Empty: nothing is due by itself.</source>
        <translation>Les fichiers conservés sont à relire après ce nombre de mois. Vide&#xa0;: rien n&apos;est à relire de soi-même.</translation>
    </message>
    <message>
        <source>&amp;Months</source>
        <translation>&amp;Mois</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>M&amp;otif</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>Écrivez pourquoi.</translation>
    </message>
</context>
<context>
    <name>InterviewsView</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Auditions</translation>
    </message>
    <message>
        <source>&amp;New interview…</source>
        <translation>&amp;Nouvelle audition…</translation>
    </message>
    <message>
        <source>No interview is open</source>
        <translation>Aucune audition n&apos;est ouverte</translation>
    </message>
    <message>
        <source>Choose one in the list, or enter a new one with Ctrl+N.</source>
        <translation>Choisissez-en une dans la liste, ou inscrivez-en une nouvelle avec Ctrl+N.</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Choisissez-en une dans la liste.</translation>
    </message>
    <message>
        <source>No interview is entered in this case yet.</source>
        <translation>Aucune audition n&apos;est encore inscrite dans cette affaire.</translation>
    </message>
    <message>
        <source>No interview is entered in this case yet. Enter the first with Ctrl+N.</source>
        <translation>Aucune audition n&apos;est encore inscrite dans cette affaire. Inscrivez la première avec Ctrl+N.</translation>
    </message>
    <message>
        <source>&amp;Made elsewhere…</source>
        <translation>Faite aille&amp;urs…</translation>
    </message>
    <message>
        <source>No exhibit of this case has a PDF, a DOCX, a text or a picture. Add the file of the statement on the page Exhibits first.</source>
        <translation>Aucune pièce de ce dossier n&apos;a de PDF, de DOCX, de texte ou d&apos;image. Ajoutez d&apos;abord le fichier de la déclaration à la page Pièces.</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Your job</source>
        <translation>Votre travail</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>soon due</source>
        <translation>bientôt dû</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>À rendre {day}</translation>
    </message>
    <message>
        <source>made from: {form}</source>
        <translation>établie d&apos;après&#xa0;: {form}</translation>
    </message>
    <message>
        <source>Job of {name}, to revise</source>
        <translation>Travail de {name}, à réviser</translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message>
        <source>This record has no turns.</source>
        <translation>Ce procès-verbal ne contient aucune intervention.</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Travaux</translation>
    </message>
    <message>
        <source>&amp;Sign…</source>
        <translation>&amp;Signer…</translation>
    </message>
    <message>
        <source>C&amp;ertificate…</source>
        <translation>C&amp;ertificat…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Abandonner</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>Re&amp;tirer…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservé</translation>
    </message>
    <message>
        <source>Nothing differs in the versions that are here.</source>
        <translation>Rien ne diffère dans les versions présentes.</translation>
    </message>
    <message>
        <source>job {number}</source>
        <translation>travail {number}</translation>
    </message>
    <message>
        <source>{source} into {target}  ·  {linguist}  ·  {purpose}</source>
        <translation>{source} vers {target}  ·  {linguist}  ·  {purpose}</translation>
    </message>
    <message>
        <source>Given out: {names}. Nobody else writes in this job.</source>
        <translation>Confié&#xa0;: {names}. Personne d&apos;autre n&apos;écrit dans ce travail.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign, %n ready…</source>
        <translation>
            <numerusform>&amp;Signer, %n prête…</numerusform>
            <numerusform>&amp;Signer, %n prêtes…</numerusform>
        </translation>
    </message>
    <message>
        <source>No version yet.</source>
        <translation>Pas encore de version.</translation>
    </message>
    <message>
        <source>Version {number}: the words of {author}, typed by {typist}, {at}</source>
        <translation>Version {number}&#xa0;: paroles de {author}, tapées par {typist}, {at}</translation>
    </message>
    <message>
        <source>Version {number}: {author}, {at}</source>
        <translation>Version {number}&#xa0;: {author}, {at}</translation>
    </message>
    <message>
        <source>the source changed since</source>
        <translation>la source a changé depuis</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Biffé</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Confié</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>A&amp;ll versions…</source>
        <translation>Toutes &amp;les versions…</translation>
    </message>
    <message>
        <source>Save the versio&amp;n</source>
        <translation>Enregistrer la versio&amp;n</translation>
    </message>
    <message>
        <source>The concern is sealed.</source>
        <translation>La crainte est scellée.</translation>
    </message>
    <message>
        <source>The judge answers beside the turn. Until then nothing can be certified.</source>
        <translation>Le juge répond à côté de l&apos;intervention. D&apos;ici là, rien ne peut être certifié.</translation>
    </message>
    <message>
        <source>Each difference was signed with its reason.</source>
        <translation>Chaque différence a été signée avec sa raison.</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>All records of the case</source>
        <translation>Tous les procès-verbaux du dossier</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Procès-verbal</translation>
    </message>
    <message>
        <source>R&amp;ecord</source>
        <translation>Proc&amp;ès-verbal</translation>
    </message>
    <message>
        <source>&amp;Glossary…</source>
        <translation>&amp;Glossaire…</translation>
    </message>
    <message>
        <source>&amp;Wordings of certificates…</source>
        <translation>&amp;Formules de certificats…</translation>
    </message>
    <message>
        <source>Concerns for sa&amp;fety…</source>
        <translation>Craintes pour la séc&amp;urité…</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Travaux</translation>
    </message>
    <message>
        <source>&amp;New job…</source>
        <translation>&amp;Nouveau travail…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>C&amp;lose…</source>
        <translation>C&amp;lore…</translation>
    </message>
    <message>
        <source>Stri&amp;ke out…</source>
        <translation>&amp;Biffer…</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Confier…</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>F&amp;ichiers</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Linguist</source>
        <translation>Linguiste</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>But</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Détenu par</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>No job is opened yet.</source>
        <translation>Aucun travail n&apos;est encore ouvert.</translation>
    </message>
    <message>
        <source>No job is opened yet. Choose a record above, and open the first with Ctrl+N.</source>
        <translation>Aucun travail n&apos;est encore ouvert. Choisissez un procès-verbal ci-dessus, et ouvrez le premier avec Ctrl+N.</translation>
    </message>
    <message>
        <source>Open a&amp;gain…</source>
        <translation>&amp;Rouvrir…</translation>
    </message>
    <message>
        <source>Choose above the record on which the job is opened.</source>
        <translation>Choisissez ci-dessus le procès-verbal sur lequel porte le travail.</translation>
    </message>
    <message>
        <source>Close job {number}?</source>
        <translation>Clore le travail {number}&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing more is written in it. A verdict or a withdrawal can still be given.</source>
        <translation>Plus rien n&apos;y est écrit. Un avis ou un retrait reste possible.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Open job {number} again?</source>
        <translation>Rouvrir le travail {number}&#xa0;?</translation>
    </message>
    <message>
        <source>More can be written in it again.</source>
        <translation>On peut de nouveau y écrire.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Strike out job {number}?</source>
        <translation>Biffer le travail {number}&#xa0;?</translation>
    </message>
    <message>
        <source>It was opened in error. What was written in it stays readable, and is printed nowhere.</source>
        <translation>Il a été ouvert par erreur. Ce qui y fut écrit reste lisible et n&apos;est imprimé nulle part.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Biffer</translation>
    </message>
    <message>
        <source>job {number}</source>
        <translation>travail {number}</translation>
    </message>
    <message>
        <source>as it was said</source>
        <translation>tel que dit</translation>
    </message>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>%n non commencée</numerusform>
            <numerusform>%n non commencées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) open</source>
        <translation>
            <numerusform>%n question ouverte</numerusform>
            <numerusform>%n questions ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Biffé</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
</context>
<context>
    <name>KeptDialog</name>
    <message>
        <source>Exhibits that are kept</source>
        <translation>Pièces à conserver</translation>
    </message>
    <message>
        <source>Each has a last day, which is entered and corrected with the exhibit. It is not destroyed, erased or consumed before that day is past, nor while a legal hold stands.</source>
        <translation>Chacune a un dernier jour, saisi et corrigé avec la pièce. Elle n&apos;est ni détruite, ni effacée, ni consommée avant que ce jour soit passé, ni tant que vaut une conservation ordonnée.</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Conservée jusqu&apos;au</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Décidée par</translation>
    </message>
    <message>
        <source>No exhibit of this case has a last day.</source>
        <translation>Aucune pièce de cette affaire n&apos;a de dernier jour.</translation>
    </message>
    <message>
        <source>&amp;Show its events</source>
        <translation>&amp;Montrer ses événements</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>Conservation ordonnée</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échue</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>À conserver</translation>
    </message>
</context>
<context>
    <name>KeptLabel</name>
    <message>
        <source>Kept {time}</source>
        <translation>Gardé {time}</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Pas encore gardé</translation>
    </message>
</context>
<context>
    <name>KeptSearches</name>
    <message>
        <source>None is chosen</source>
        <translation>Aucune n&apos;est choisie</translation>
    </message>
    <message>
        <source>Kep&amp;t searches</source>
        <translation>Recherches conser&amp;vées</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Recherches conservées</translation>
    </message>
    <message>
        <source>&amp;Keep…</source>
        <translation>&amp;Conserver…</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>Suppri&amp;mer…</translation>
    </message>
    <message>
        <source>Remove this kept search?</source>
        <translation>Supprimer cette recherche conservée&#xa0;?</translation>
    </message>
    <message>
        <source>{name} is removed from your list. Nothing else changes.</source>
        <translation>{name} est retirée de votre liste. Rien d&apos;autre ne change.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>One that cannot be read</source>
        <translation>Une recherche illisible</translation>
    </message>
</context>
<context>
    <name>KeptTurns</name>
    <message>
        <source>turn {number} kept, now {next}</source>
        <translation>intervention {number} gardée, maintenant {next}</translation>
    </message>
    <message>
        <source>Say in which language {name} spoke: {key}.</source>
        <translation>Dites dans quelle langue {name} a parlé&#xa0;: {key}.</translation>
    </message>
</context>
<context>
    <name>KeyFileDialog</name>
    <message>
        <source>Add a key file</source>
        <translation>Ajouter un fichier de clé</translation>
    </message>
    <message>
        <source>The key is sealed under its user&apos;s own key. The file itself stays where it is.</source>
        <translation>La clé est scellée sous la clé propre de son utilisateur. Le fichier lui-même reste où il est.</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>Sa &amp;phrase de passe</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>Sa phrase de passe</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Fichier de clé</translation>
    </message>
    <message>
        <source>&amp;Key file (.p12, .pfx)</source>
        <translation>&amp;Fichier de clé (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Passphrase of the &amp;file</source>
        <translation>Phrase de passe du fi&amp;chier</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Phrase de passe du fichier</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>Aj&amp;outer</translation>
    </message>
    <message>
        <source>The key is being added. This takes a few seconds.</source>
        <translation>La clé est ajoutée. Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez taper la phrase de passe.</translation>
    </message>
    <message>
        <source>Please choose the key file.</source>
        <translation>Veuillez choisir le fichier de clé.</translation>
    </message>
</context>
<context>
    <name>KeyMaterialDialog</name>
    <message>
        <source>Key material of exhibit {number}</source>
        <translation>Matériel de clé de la pièce {number}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Secret to be sealed</source>
        <translation>Secret à sceller</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Enter it</source>
        <translation>Sa&amp;isir</translation>
    </message>
    <message>
        <source>Please type the secret.</source>
        <translation>Veuillez taper le secret.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Il faut un motif. Veuillez écrire pourquoi.</translation>
    </message>
    <message>
        <source>It is sealed under a key that few users hold, and never goes into a bundle. Whoever has it controls what it opens, so entering it and reading it takes two persons.</source>
        <translation>Il est scellé sous une clé que peu d&apos;utilisateurs détiennent et n&apos;entre jamais dans une liasse. Qui le détient dispose de ce qu&apos;il ouvre&#xa0;: il faut deux personnes pour l&apos;enregistrer comme pour le lire.</translation>
    </message>
    <message>
        <source>Reason for opening it; it is recorded in the event chain.</source>
        <translation>Motif de l&apos;ouverture&#xa0;; il est consigné dans la chaîne d&apos;événements.</translation>
    </message>
    <message>
        <source>The seed, key or passcode, exactly. If you enter another one later, both are kept and the newer is shown first.</source>
        <translation>La phrase mnémonique, la clé ou le code, à l&apos;identique. Si vous en enregistrez un autre plus tard, les deux sont conservés et le plus récent se montre en premier.</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Révéler</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>&amp;Sceller</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>Sa &amp;phrase de passe</translation>
    </message>
    <message>
        <source>Passphrase of the linguist</source>
        <translation>Phrase de passe du linguiste</translation>
    </message>
    <message>
        <source>Sign with a car&amp;d</source>
        <translation>Signer avec une &amp;carte</translation>
    </message>
    <message>
        <source>The linguist&apos;s passphrase is needed.</source>
        <translation>La phrase de passe du linguiste est nécessaire.</translation>
    </message>
    <message>
        <source>{name} is no user of this vault and can sign nothing here. Add them on the page Office, and name the user in their entry.</source>
        <translation>{name} n&apos;est pas utilisateur de ce coffre et ne peut rien signer ici. Ajoutez cette personne à la page Cabinet, et nommez l&apos;utilisateur dans sa fiche.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change the keys</source>
        <translation>Changer les touches</translation>
    </message>
    <message>
        <source>Choose what a key does, go to the field below with Tab, and press the new key. Enter, Tab, Esc, Space and the arrows stay.</source>
        <translation>Choisissez ce que fait une touche, allez au champ ci-dessous avec Tab et appuyez sur la nouvelle touche. Entrée, Tab, Échap, Espace et les flèches restent.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu&apos;elle fait</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Touche &amp;habituelle</translation>
    </message>
    <message>
        <source>&amp;All as usual</source>
        <translation>&amp;Tout rétablir</translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation>&amp;Nouvelle touche</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>{key} is typed or used by fields. Take a function key, or one with Ctrl or Alt.</source>
        <translation>{key} écrit un signe ou sert aux champs. Prenez une touche de fonction, ou une touche avec Ctrl ou Alt.</translation>
    </message>
    <message>
        <source>{key} is taken: {what}.</source>
        <translation>{key} est déjà prise&#xa0;: {what}.</translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message>
        <source>What opens it</source>
        <translation>Ce qui l&apos;ouvre</translation>
    </message>
    <message>
        <source>A guess costs</source>
        <translation>Un essai coûte</translation>
    </message>
    <message>
        <source>&amp;New recovery code…</source>
        <translation>&amp;Nouveau code de secours…</translation>
    </message>
    <message>
        <source>Chan&amp;ge your passphrase…</source>
        <translation>Chan&amp;ger votre phrase de passe…</translation>
    </message>
    <message>
        <source>Each passphrase or code in this list opens the vault by itself. One guess at it costs the memory and the passes shown. An interpreter&apos;s passphrase is not listed, because it opens only their own keys.</source>
        <translation>Chaque phrase de passe ou code de cette liste ouvre le coffre à lui seul. Un essai coûte la mémoire et les passes indiquées. La phrase de passe d&apos;un interprète n&apos;y figure pas, car elle n&apos;ouvre que ses propres clés.</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Appartient à</translation>
    </message>
    <message>
        <source>Passphrases and codes that open the vault</source>
        <translation>Phrases de passe et codes qui ouvrent le coffre</translation>
    </message>
    <message>
        <source>Recovery s&amp;hares…</source>
        <translation>Parts de secou&amp;rs…</translation>
    </message>
    <message>
        <source>New &amp;master key…</source>
        <translation>Nouvelle clé &amp;maîtresse…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de secours</translation>
    </message>
    <message>
        <source>Recovery shares</source>
        <translation>Parts de secours</translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <translation>
            <numerusform>%n passe</numerusform>
            <numerusform>%n passes</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} MiB</source>
        <translation>{count} Mio</translation>
    </message>
    <message>
        <source>The new recovery code is valid. The old sheet no longer opens the vault.</source>
        <translation>Le nouveau code de secours est valable. L&apos;ancienne feuille n&apos;ouvre plus le coffre.</translation>
    </message>
    <message>
        <source>Make my ke&amp;ys my own…</source>
        <translation>Refaire mes cl&amp;és moi-même…</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Print labels</source>
        <translation>Imprimer des étiquettes</translation>
    </message>
    <message>
        <source>A label has the number of the exhibit, the reference of the case, the number of the seal, and a code for a scanner. It names no person. Scan it in the search field of this page.</source>
        <translation>Une étiquette porte le numéro de la pièce, la référence du dossier, le numéro du scellé et un code pour un lecteur. Elle ne nomme personne. Scannez-la dans le champ de recherche de cette page.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Choisissez</translation>
    </message>
    <message>
        <source>The chosen exhibit</source>
        <translation>La pièce choisie</translation>
    </message>
    <message numerus="yes">
        <source>The %n listed exhibit(s)</source>
        <translation>
            <numerusform>La %n pièce de la liste</numerusform>
            <numerusform>Les %n pièces de la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Labels of</source>
        <translation>É&amp;tiquettes de</translation>
    </message>
    <message>
        <source>24 labels, 3 by 8 (63.5 mm by 33.9 mm)</source>
        <translation>24 étiquettes, 3 sur 8 (63,5 mm sur 33,9 mm)</translation>
    </message>
    <message>
        <source>14 labels, 2 by 7 (99.1 mm by 38.1 mm)</source>
        <translation>14 étiquettes, 2 sur 7 (99,1 mm sur 38,1 mm)</translation>
    </message>
    <message>
        <source>4 forms for bags (A6)</source>
        <translation>4 fiches pour sachets (A6)</translation>
    </message>
    <message>
        <source>2 forms for bags (A5)</source>
        <translation>2 fiches pour sachets (A5)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Feuille</translation>
    </message>
    <message>
        <source>Labels of the first sheet that are &amp;used</source>
        <translation>Étiquettes de la première feuille déjà &amp;utilisées</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Please choose whose labels are printed.</source>
        <translation>Choisissez les étiquettes à imprimer.</translation>
    </message>
    <message>
        <source>Please choose the sheet.</source>
        <translation>Choisissez la feuille.</translation>
    </message>
    <message>
        <source>The sheet has fewer labels.</source>
        <translation>La feuille a moins d&apos;étiquettes.</translation>
    </message>
    <message>
        <source>Where the labels are written</source>
        <translation>Où les étiquettes sont écrites</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
</context>
<context>
    <name>LanguageView</name>
    <message>
        <source>Save or discard first what is typed: only versions are signed.</source>
        <translation>Enregistrez ou abandonnez d&apos;abord ce qui est écrit&#xa0;: seules des versions sont signées.</translation>
    </message>
    <message>
        <source>The job is certified.</source>
        <translation>Le travail est certifié.</translation>
    </message>
    <message>
        <source>Save or discard first what is typed: only versions are certified.</source>
        <translation>Enregistrez ou abandonnez d&apos;abord ce qui est écrit&#xa0;: seules des versions sont certifiées.</translation>
    </message>
</context>
<context>
    <name>LeavingReasons</name>
    <message>
        <source>Why a sealed identity leaves</source>
        <translation>Pourquoi une identité scellée part</translation>
    </message>
    <message>
        <source>Why it leaves unsearched</source>
        <translation>Pourquoi cela part sans recherche</translation>
    </message>
    <message>
        <source>Why in this language</source>
        <translation>Pourquoi dans cette langue</translation>
    </message>
    <message>
        <source>Why despite a pending remedy</source>
        <translation>Pourquoi malgré un recours pendant</translation>
    </message>
    <message>
        <source>Why under this instrument</source>
        <translation>Pourquoi sous cet instrument</translation>
    </message>
    <message>
        <source>Why it binds both States</source>
        <translation>Pourquoi il lie les deux États</translation>
    </message>
    <message>
        <source>Why no special categories of data</source>
        <translation>Pourquoi aucune catégorie particulière de données</translation>
    </message>
    <message>
        <source>Why the decision applies</source>
        <translation>Pourquoi la décision s&apos;applique</translation>
    </message>
    <message>
        <source>Why before the other State agreed</source>
        <translation>Pourquoi avant l&apos;accord de l&apos;autre État</translation>
    </message>
    <message>
        <source>How the rights of persons were weighed</source>
        <translation>Comment les droits des personnes ont été appréciés</translation>
    </message>
    <message>
        <source>Why before the data are reviewed</source>
        <translation>Pourquoi avant l&apos;examen des données</translation>
    </message>
</context>
<context>
    <name>LeftDialog</name>
    <message numerus="yes">
        <source>%n thing(s) not taken</source>
        <translation>
            <numerusform>%n élément n&apos;a pas été pris</numerusform>
            <numerusform>%n éléments n&apos;ont pas été pris</numerusform>
        </translation>
    </message>
    <message>
        <source>Path in the source</source>
        <translation>Chemin dans la source</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>Ce qui n&apos;a pas été pris</translation>
    </message>
    <message>
        <source>&amp;Save the list…</source>
        <translation>&amp;Enregistrer la liste…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were taken. The event chain keeps this list.</source>
        <translation>
            <numerusform>%n fichier a été pris. La chaîne d&apos;événements conserve cette liste.</numerusform>
            <numerusform>%n fichiers ont été pris. La chaîne d&apos;événements conserve cette liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where to save the list</source>
        <translation>Où enregistrer la liste</translation>
    </message>
    <message>
        <source>There is a file of this name already. Nothing was overwritten.</source>
        <translation>Un fichier porte déjà ce nom. Rien n&apos;a été écrasé.</translation>
    </message>
    <message>
        <source>The list could not be written there.</source>
        <translation>La liste n&apos;a pas pu être écrite à cet endroit.</translation>
    </message>
    <message>
        <source>The list is saved.</source>
        <translation>La liste est enregistrée.</translation>
    </message>
</context>
<context>
    <name>LineNotice</name>
    <message>
        <source>Read it all</source>
        <translation>Tout lire</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>Fermer cet avis</translation>
    </message>
    <message>
        <source>The whole notice</source>
        <translation>L&apos;avis en entier</translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Begin with…</source>
        <translation>Commencer par…</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Commencer par</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Afficher</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Drawing of the links; the list below says the same</source>
        <translation>Tracé des liens&#xa0;; la liste ci-dessous dit la même chose</translation>
    </message>
    <message>
        <source>Drawing of the links</source>
        <translation>Tracé des liens</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Ce qui est consigné</translation>
    </message>
    <message numerus="yes">
        <source>%n more object(s): choose one in the list of objects, then Links</source>
        <translation>
            <numerusform>%n autre objet&#xa0;: choisissez-le dans la liste des objets, puis Liens</numerusform>
            <numerusform>%n autres objets&#xa0;: choisissez-en un dans la liste des objets, puis Liens</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is recorded of this together with another.</source>
        <translation>Rien n&apos;est consigné qui relie ceci à autre chose.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>I&amp;mprimer…</translation>
    </message>
    <message>
        <source>One person or thing with its neighbours, as recorded. That a number or a name is written in two places says that, and nothing more.</source>
        <translation>Une personne ou une chose avec ses voisins, tels qu&apos;ils sont consignés. Qu&apos;un numéro ou un nom soit écrit à deux endroits dit cela, et rien de plus.</translation>
    </message>
    <message>
        <source>or a telephone number, an IBAN, a plate, a wallet, an e-mail address, @name</source>
        <translation>ou un numéro de téléphone, un IBAN, une plaque, un portefeuille, une adresse électronique, @nom</translation>
    </message>
    <message>
        <source>Begin with a number or a name</source>
        <translation>Commencer par un numéro ou un nom</translation>
    </message>
    <message>
        <source>Choose with whom or what to begin, or type a number or a name.</source>
        <translation>Choisissez par qui ou par quoi commencer, ou saisissez un numéro ou un nom.</translation>
    </message>
    <message>
        <source>S&amp;hared by several sources…</source>
        <translation>Commun à &amp;plusieurs sources…</translation>
    </message>
    <message>
        <source>&amp;Go on from here</source>
        <translation>&amp;Continuer d&apos;ici</translation>
    </message>
    <message>
        <source>Go to the s&amp;ource</source>
        <translation>Aller à la s&amp;ource</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s) are not read. Begin with a neighbour.</source>
        <translation>
            <numerusform>%n autre lien n&apos;est pas lu. Commencez par une voisine.</numerusform>
            <numerusform>%n autres liens ne sont pas lus. Commencez par une voisine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more number(s) or name(s) that are written there were not looked for elsewhere. Begin with one of them.</source>
        <translation>
            <numerusform>%n autre numéro ou nom qui y est écrit n&apos;a pas été cherché ailleurs. Commencez par lui.</numerusform>
            <numerusform>%n autres numéros ou noms qui y sont écrits n&apos;ont pas été cherchés ailleurs. Commencez par l&apos;un d&apos;eux.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you may not read is left out.</source>
        <translation>Ce que vous ne pouvez pas lire est laissé de côté.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entrées</translation>
    </message>
</context>
<context>
    <name>LongestTimeDialog</name>
    <message>
        <source>A longer time without a break is told before a record is signed, and the signature then needs a reason. Empty: {usual} minutes, and {child} for a child.</source>
        <translation>Une durée plus longue sans pause est signalée avant la signature d&apos;un procès-verbal, qui demande alors un motif. Vide&#xa0;: {usual} minutes, et {child} pour un enfant.</translation>
    </message>
    <message>
        <source>Longest time without a break</source>
        <translation>Durée maximale sans pause</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutes</translation>
    </message>
    <message>
        <source>Minutes for a &amp;child</source>
        <translation>Minutes pour un e&amp;nfant</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>M&amp;otif</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>Veuillez écrire pourquoi.</translation>
    </message>
</context>
<context>
    <name>MachineReadingDialog</name>
    <message>
        <source>Read the words by machine</source>
        <translation>Lire les mots par machine</translation>
    </message>
    <message>
        <source>What a machine reads can be wrong. It is shown here, and the search finds it as read by a machine. It is no testimony and goes into no bundle.</source>
        <translation>Ce qu&apos;une machine lit peut être faux. C&apos;est montré ici, et la recherche le trouve comme lu par une machine. Ce n&apos;est pas un témoignage et n&apos;entre dans aucun dossier transmis.</translation>
    </message>
    <message>
        <source>What a machine reads can be wrong. Of a part of another file it is shown here and not kept. It is no testimony and goes into no bundle.</source>
        <translation>Ce qu&apos;une machine lit peut être faux. D&apos;une partie d&apos;un autre fichier, c&apos;est montré ici et n&apos;est pas conservé. Ce n&apos;est pas un témoignage et n&apos;entre dans aucun dossier transmis.</translation>
    </message>
    <message>
        <source>&amp;Languages of the picture</source>
        <translation>&amp;Langues de l&apos;image</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Cette page</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Toutes les pages</translation>
    </message>
    <message>
        <source>&amp;What is read</source>
        <translation>&amp;Ce qui est lu</translation>
    </message>
    <message>
        <source>Read by the machine</source>
        <translation>Lu par la machine</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>Li&amp;re</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What reads pictures on this machine is looked for.</source>
        <translation>Le programme qui lit les images est recherché sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Please choose the languages of the picture.</source>
        <translation>Choisissez les langues de l&apos;image.</translation>
    </message>
    <message>
        <source>Tesseract, the program that reads pictures, is not installed on this machine.</source>
        <translation>Tesseract, le programme qui lit les images, n&apos;est pas installé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Read by {program}.</source>
        <translation>Lu par {program}.</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Page {number}</translation>
    </message>
    <message>
        <source>(no words were found)</source>
        <translation>(aucun mot trouvé)</translation>
    </message>
    <message>
        <source>{line}  (doubtful)</source>
        <translation>{line}  (douteux)</translation>
    </message>
    <message>
        <source>Page {number} is read.</source>
        <translation>La page {number} est en cours de lecture.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read by {program} in: {languages}.</source>
        <translation>
            <numerusform>%n page lue par {program} en&#xa0;: {languages}.</numerusform>
            <numerusform>%n pages lues par {program} en&#xa0;: {languages}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MadeDialog</name>
    <message>
        <source>Signed bundles of this case</source>
        <translation>Liasses signées de ce dossier</translation>
    </message>
    <message>
        <source>The vault keeps what was signed for whom, and not its file. Open the file to make a package of it, to encrypt it, to make an identity annex, or to note that it was sent.</source>
        <translation>Le coffre garde ce qui a été signé et pour qui, non le fichier. Ouvrez le fichier pour en faire un paquet, le chiffrer, faire une annexe d&apos;identité ou noter son envoi.</translation>
    </message>
    <message>
        <source>Signed bundles</source>
        <translation>Liasses signées</translation>
    </message>
    <message>
        <source>No bundle of this case was signed yet.</source>
        <translation>Aucune liasse de ce dossier n&apos;a encore été signée.</translation>
    </message>
    <message>
        <source>Open its &amp;file…</source>
        <translation>Ouvrir son &amp;fichier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The file of bundle {number}</source>
        <translation>Le fichier de la liasse {number}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signée</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>But</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>MailPane</name>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Parts and attachments</source>
        <translation>Parties et pièces jointes</translation>
    </message>
    <message>
        <source>Parts and attachments: {count}</source>
        <translation>Parties et pièces jointes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Parts and attachments: the first {shown} of {count}. Take the file out to see the rest.</source>
        <translation>Parties et pièces jointes&#xa0;: les {shown} premières sur {count}. Sortez le fichier pour voir le reste.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Verrouiller</translation>
    </message>
    <message>
        <source>Change the &amp;passphrase…</source>
        <translation>Changer la &amp;phrase de passe…</translation>
    </message>
    <message>
        <source>&amp;Interpreters…</source>
        <translation>&amp;Interprètes…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Auditions</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cabinet</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traductions</translation>
    </message>
    <message>
        <source>Check a signed &amp;file…</source>
        <translation>Contrôler un &amp;fichier signé…</translation>
    </message>
    <message>
        <source>Packages sent and &amp;received…</source>
        <translation>Pa&amp;quets envoyés et reçus…</translation>
    </message>
    <message>
        <source>Search e&amp;verything…</source>
        <translation>&amp;Rechercher partout…</translation>
    </message>
</context>
<context>
    <name>MasksDialog</name>
    <message>
        <source>Mask words in version {number}</source>
        <translation>Masquer des mots dans la version {number}</translation>
    </message>
    <message>
        <source>Choose a text, then words in it (Shift and the arrow keys). The recipient sees a mark with the reason in their place; no byte that leaves has the words.</source>
        <translation>Choisissez un texte, puis des mots dedans (Maj et les flèches). Le destinataire voit une marque avec le motif à leur place&#xa0;; aucun octet qui sort ne contient ces mots.</translation>
    </message>
    <message>
        <source>Texts of the version</source>
        <translation>Textes de la version</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The reasons are withheld together with the signature, whichever words you choose. Unless a certificate is there, no check can confirm then that the linguist signed these turns.</source>
        <translation>Les motifs ne sont pas communiqués, la signature non plus, quels que soient les mots choisis. Sans attestation, aucun contrôle ne peut alors confirmer que le linguiste a signé ces interventions.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Ordered by</source>
        <translation>&amp;Ordonné par</translation>
    </message>
    <message>
        <source>Mask them &amp;everywhere</source>
        <translation>Les masquer &amp;partout</translation>
    </message>
    <message>
        <source>&amp;Show again…</source>
        <translation>&amp;Remontrer…</translation>
    </message>
    <message>
        <source>&amp;Mask the chosen words</source>
        <translation>Masquer les mots &amp;choisis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The texts of the version are read.</source>
        <translation>Les textes de la version sont lus.</translation>
    </message>
    <message>
        <source>Please put the cursor into a masked place.</source>
        <translation>Veuillez placer le curseur dans un endroit masqué.</translation>
    </message>
    <message>
        <source>Show these words again?</source>
        <translation>Remontrer ces mots&#xa0;?</translation>
    </message>
    <message>
        <source>The mask is withdrawn. Who withdrew it, and why, stays on record.</source>
        <translation>Le masque est levé. Qui l&apos;a levé, et pourquoi, reste inscrit.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Remontrer</translation>
    </message>
    <message>
        <source>Please choose the reason.</source>
        <translation>Veuillez choisir le motif.</translation>
    </message>
    <message>
        <source>Please write which authority ordered it.</source>
        <translation>Veuillez écrire quelle autorité l&apos;a ordonné.</translation>
    </message>
    <message>
        <source>Please choose words in the text first.</source>
        <translation>Veuillez d&apos;abord choisir des mots dans le texte.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) masked.</source>
        <translation>
            <numerusform>%n endroit masqué.</numerusform>
            <numerusform>%n endroits masqués.</numerusform>
        </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>what was found of signatures</source>
        <translation>ce qui a été constaté des signatures</translation>
    </message>
    <message>
        <source>name of a file</source>
        <translation>nom d&apos;un fichier</translation>
    </message>
    <message>
        <source>Mask sealed &amp;identities</source>
        <translation>Masquer les &amp;identités scellées</translation>
    </message>
    <message>
        <source>Nothing more to mask was found.</source>
        <translation>Il n&apos;y a rien de plus à masquer.</translation>
    </message>
    <message>
        <source>Mask the &amp;column from here down</source>
        <translation>Masquer la co&amp;lonne à partir d&apos;ici</translation>
    </message>
    <message>
        <source>content of the file</source>
        <translation>contenu du fichier</translation>
    </message>
    <message>
        <source>custody event {number}</source>
        <translation>événement de traçabilité {number}</translation>
    </message>
    <message>
        <source>This was signed, or told, as one. Whichever words you choose in it, all of it is withheld; the recipient sees that, with the reason.</source>
        <translation>Ceci a été signé, ou dit, d’un bloc. Quels que soient les mots que vous y choisissez, l’ensemble n’est pas communiqué&#xa0;; le destinataire le voit, avec le motif.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>One person, two records: {person} and another</source>
        <translation>Une personne, deux fiches&#xa0;: {person} et une autre</translation>
    </message>
    <message>
        <source>Both records keep their rows, their numbers and their history. They are shown as one person, and can be split again.</source>
        <translation>Les deux fiches gardent leurs lignes, leurs numéros et leur historique. Elles sont montrées comme une personne, et peuvent être de nouveau séparées.</translation>
    </message>
    <message>
        <source>&amp;Other record</source>
        <translation>&amp;Autre fiche</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conserver</translation>
    </message>
    <message>
        <source>&amp;May documents name the other number too?</source>
        <translation>Les actes &amp;peuvent-ils citer l&apos;autre numéro&#xa0;?</translation>
    </message>
    <message>
        <source>If they may, this reason goes out with the proof of a bundle.</source>
        <translation>S&apos;ils le peuvent, ce motif part avec la preuve d&apos;un dossier transmis.</translation>
    </message>
    <message>
        <source>Mer&amp;ge</source>
        <translation>Ré&amp;unir</translation>
    </message>
    <message>
        <source>&amp;Propose</source>
        <translation>Propo&amp;ser</translation>
    </message>
    <message>
        <source>There is no other record in this case.</source>
        <translation>Il n&apos;y a pas d&apos;autre fiche dans ce dossier.</translation>
    </message>
    <message>
        <source>Please answer yes or no.</source>
        <translation>Veuillez répondre par oui ou par non.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Please choose the other record of this person.</source>
        <translation>Veuillez choisir l&apos;autre fiche de cette personne.</translation>
    </message>
    <message>
        <source>Please choose which record is kept.</source>
        <translation>Veuillez choisir quelle fiche est gardée.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Day, month, year, time</source>
        <translation>Jour, mois, année, heure</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Maintenant</translation>
    </message>
</context>
<context>
    <name>MoneyFlowDialog</name>
    <message>
        <source>Money flow</source>
        <translation>Flux d&apos;argent</translation>
    </message>
    <message>
        <source>Who paid whom, as recorded. Sums are by currency; an end that nobody stated is unknown, and stands apart from every other.</source>
        <translation>Qui a payé qui, tel que consigné. Les sommes sont par monnaie&#xa0;; une extrémité que personne n&apos;a indiquée est inconnue et reste distincte de toute autre.</translation>
    </message>
    <message>
        <source>Drawing of the money flow; the list below says the same</source>
        <translation>Tracé du flux d&apos;argent&#xa0;; la liste ci-dessous dit la même chose</translation>
    </message>
    <message>
        <source>Drawing of the money flow</source>
        <translation>Tracé du flux d&apos;argent</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>No money is recorded, or none that fits what was chosen.</source>
        <translation>Aucun argent n&apos;est consigné, ou rien ne répond au choix.</translation>
    </message>
    <message>
        <source>Entries of the chosen flow</source>
        <translation>Entrées du flux choisi</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>I&amp;mprimer…</translation>
    </message>
    <message>
        <source>Go to the &amp;entry</source>
        <translation>Aller à l&apos;&amp;entrée</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>All parties</source>
        <translation>Toutes les parties</translation>
    </message>
    <message>
        <source>Only flows of</source>
        <translation>Seulement les flux de</translation>
    </message>
    <message>
        <source>All currencies</source>
        <translation>Toutes les monnaies</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>À partir de ce jour</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>Jusqu&apos;à ce jour</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Afficher</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>tel qu&apos;écrit</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>réunis</translation>
    </message>
    <message>
        <source>{drawn} of {listed} flows are drawn; all are listed.</source>
        <translation>{drawn} flux sur {listed} sont tracés&#xa0;; tous sont listés.</translation>
    </message>
    <message>
        <source>Flows that are not read: {count}, with payments in all: {payments}. Choose one party, currency or period.</source>
        <translation>Flux non lus&#xa0;: {count}&#xa0;; paiements qu&apos;ils comptent en tout&#xa0;: {payments}. Choisissez une partie, une monnaie ou une période.</translation>
    </message>
    <message numerus="yes">
        <source>Left out, because no exact day is known: %n entry(s) of the case.</source>
        <translation>
            <numerusform>Laissée de côté, faute de jour exact&#xa0;: %n entrée du dossier.</numerusform>
            <numerusform>Laissées de côté, faute de jour exact&#xa0;: %n entrées du dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the whole case:</source>
        <translation>Dans tout le dossier&#xa0;:</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Payé par</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Reçu par</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Place in the source</source>
        <translation>Endroit dans la source</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Opérations</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Remises</translation>
    </message>
    <message>
        <source>Joined as one transfer</source>
        <translation>Réunis en un transfert</translation>
    </message>
    <message>
        <source>through {agents}</source>
        <translation>par {agents}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Only you see it.</source>
        <translation>Vous seul la voyez.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Il faut un nom.</translation>
    </message>
</context>
<context>
    <name>NewBarDialog</name>
    <message>
        <source>Bar {number} from leaving</source>
        <translation>Interdire la sortie de {number}</translation>
    </message>
    <message>
        <source>A bar on abuse material is never lifted. Each other one is lifted for a reason.</source>
        <translation>Une interdiction sur du matériel d&apos;abus n&apos;est jamais levée. Toute autre est levée pour un motif.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Choisissez</translation>
    </message>
    <message>
        <source>&amp;Why it stays</source>
        <translation>&amp;Pourquoi elle reste</translation>
    </message>
    <message>
        <source>&amp;Who asked for it, or what it rests on</source>
        <translation>&amp;Qui l&apos;a demandé, ou sur quoi cela repose</translation>
    </message>
    <message>
        <source>&amp;Bar</source>
        <translation>&amp;Interdire</translation>
    </message>
    <message>
        <source>Please choose why it stays in the office.</source>
        <translation>Choisissez pourquoi elle reste au bureau.</translation>
    </message>
    <message>
        <source>Please write who asked for it, or what it rests on.</source>
        <translation>Écrivez qui l&apos;a demandé, ou sur quoi cela repose.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>Repeat &amp;it</source>
        <translation>Répétez-&amp;la</translation>
    </message>
    <message>
        <source>New passphrase, repeated</source>
        <translation>Nouvelle phrase de passe, répétée</translation>
    </message>
    <message>
        <source>Please type the new passphrase.</source>
        <translation>Veuillez taper la nouvelle phrase de passe.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please type them again.</source>
        <translation>Les deux phrases de passe diffèrent. Veuillez les taper de nouveau.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Code or its name</source>
        <translation>Code ou son nom</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texte de la note</translation>
    </message>
    <message>
        <source>Language of the note</source>
        <translation>Langue de la note</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Repose sur</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>In print</source>
        <translation>À l&apos;impression</translation>
    </message>
    <message>
        <source>Written in</source>
        <translation>Écrite en</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>&amp;Noter</translation>
    </message>
    <message>
        <source>No code has this in it. Please choose one.</source>
        <translation>Aucun code ne contient cela. Veuillez en choisir un.</translation>
    </message>
    <message>
        <source>Please choose a code: type a part of it, or press Down.</source>
        <translation>Veuillez choisir un code&#xa0;: saisissez-en une partie ou appuyez sur Bas.</translation>
    </message>
    <message>
        <source>The text stays. Choose on what the note rests, with {key} or an arrow; then Enter notes it.</source>
        <translation>Le texte reste. Choisissez sur quoi repose la note, avec {key} ou une flèche&#xa0;; puis Entrée la note.</translation>
    </message>
    <message>
        <source>Please write the note.</source>
        <translation>Veuillez écrire la note.</translation>
    </message>
    <message>
        <source>{found} of {all} codes</source>
        <translation>Codes&#xa0;: {found} sur {all}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
</context>
<context>
    <name>NoteParts</name>
    <message>
        <source>Readings, one in each line</source>
        <translation>Lectures, une par ligne</translation>
    </message>
    <message>
        <source>Preferred reading</source>
        <translation>Lecture préférée</translation>
    </message>
    <message>
        <source>As it was rendered first</source>
        <translation>Comme rendu d&apos;abord</translation>
    </message>
    <message>
        <source>As the interpreter corrected it</source>
        <translation>Comme l&apos;interprète l&apos;a corrigé</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>aucune nommée</translation>
    </message>
    <message>
        <source>Entry of the glossary</source>
        <translation>Fiche du glossaire</translation>
    </message>
    <message>
        <source>Exhibit to which the person pointed</source>
        <translation>Pièce que la personne a montrée</translation>
    </message>
    <message>
        <source>Please write two readings or more, each in a line of its own.</source>
        <translation>Veuillez écrire deux lectures ou plus, chacune sur sa ligne.</translation>
    </message>
    <message>
        <source>Please write both: as it was rendered first, and as it was corrected.</source>
        <translation>Veuillez écrire les deux&#xa0;: ce qui a été rendu d&apos;abord, et ce qui a été corrigé.</translation>
    </message>
    <message>
        <source>Please choose what could be seen or heard.</source>
        <translation>Veuillez choisir ce qui a pu être vu ou entendu.</translation>
    </message>
    <message>
        <source>none preferred</source>
        <translation>aucune préférée</translation>
    </message>
    <message>
        <source>Glossary: {concept}</source>
        <translation>Glossaire&#xa0;: {concept}</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Notices: {case}</source>
        <translation>Avis&#xa0;: {case}</translation>
    </message>
    <message>
        <source>Whoever received an exhibit or a record is told when it is recalled, rectified or supplemented.</source>
        <translation>Qui a reçu une pièce ou un procès-verbal est avisé lorsqu&apos;il est rappelé, rectifié ou complété.</translation>
    </message>
    <message>
        <source>Since it was sent</source>
        <translation>Depuis l&apos;envoi</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>&amp;To be told</source>
        <translation>À &amp;aviser</translation>
    </message>
    <message>
        <source>Nothing that was sent has changed since.</source>
        <translation>Rien de ce qui a été envoyé n&apos;a changé depuis.</translation>
    </message>
    <message>
        <source>S&amp;ign a notice…</source>
        <translation>&amp;Signer un avis…</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>Its number there</source>
        <translation>Son numéro là-bas</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Noti&amp;ces that came</source>
        <translation>Avis &amp;reçus</translation>
    </message>
    <message>
        <source>No notice came about this case.</source>
        <translation>Aucun avis n&apos;est arrivé sur ce dossier.</translation>
    </message>
    <message>
        <source>Rec&amp;ord this office…</source>
        <translation>Enre&amp;gistrer ce bureau…</translation>
    </message>
    <message>
        <source>&amp;Enter a notice…</source>
        <translation>&amp;Inscrire un avis…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Notice that came</source>
        <translation>Avis qui est arrivé</translation>
    </message>
    <message>
        <source>The notice is entered. It says of {number}: {kind}.</source>
        <translation>L&apos;avis est inscrit. Il dit de {number}&#xa0;: {kind}.</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Pas encore signé</translation>
    </message>
    <message>
        <source>bundle {number}</source>
        <translation>liasse {number}</translation>
    </message>
    <message>
        <source>identity annex {number}</source>
        <translation>annexe d&apos;identité {number}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De quoi</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>I&amp;mprimer…</translation>
    </message>
    <message>
        <source>a single file of {number}</source>
        <translation>un fichier isolé de {number}</translation>
    </message>
    <message>
        <source>The notice is signed: {file}. Send it to everybody who received what it is about.</source>
        <translation>L&apos;avis est signé&#xa0;: {file}. Envoyez-le à tous ceux qui ont reçu ce dont il parle.</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Doute</translation>
    </message>
    <message>
        <source>Ask the judge</source>
        <translation>Demander au juge</translation>
    </message>
    <message>
        <source>Nothing differs in this turn.</source>
        <translation>Rien ne diffère dans cette intervention.</translation>
    </message>
    <message>
        <source>{finding} The reason for it is given with the certificate.</source>
        <translation>{finding} Le motif est donné avec la certification.</translation>
    </message>
    <message>
        <source>As said, because…</source>
        <translation>Comme dit, parce que…</translation>
    </message>
    <message>
        <source>Strike out this note?</source>
        <translation>Rayer cette note&#xa0;?</translation>
    </message>
    <message>
        <source>It stays readable, with the reason, and no longer counts.</source>
        <translation>Elle reste lisible, avec le motif, et ne compte plus.</translation>
    </message>
    <message>
        <source>&amp;Strike it out</source>
        <translation>&amp;Rayer</translation>
    </message>
    <message>
        <source>There are no words here to which something is noted.</source>
        <translation>Il n&apos;y a pas ici de mots à noter.</translation>
    </message>
    <message>
        <source>This turn is no part of the job: nothing is noted at it.</source>
        <translation>Cette intervention ne fait pas partie du travail&#xa0;: rien n&apos;y est noté.</translation>
    </message>
    <message>
        <source>Nothing can be noted in this job now.</source>
        <translation>Rien ne peut être noté dans ce travail maintenant.</translation>
    </message>
    <message>
        <source>No like text stands beside this turn under this key.</source>
        <translation>Aucun texte semblable ne figure à côté de cette intervention sous cette touche.</translation>
    </message>
    <message numerus="yes">
        <source>The words of %n note(s) do not stand in the new wording. Place them again, beside the turn.</source>
        <translation>
            <numerusform>Les mots de %n note ne figurent pas dans la nouvelle version. Replacez-la, à côté de l&apos;intervention.</numerusform>
            <numerusform>Les mots de %n notes ne figurent pas dans la nouvelle version. Replacez-les, à côté de l&apos;intervention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectionDialog</name>
    <message>
        <source>Objection of the person to the interpreter</source>
        <translation>Objection de la personne à l&apos;interprète</translation>
    </message>
    <message>
        <source>Ask without the interpreter, and let it be said through somebody or something else. It is sealed for the magistrates at once: it is in no record, on no page and in no work of the interpreter, and it is not shown here again. They read it on the page Translations, under Concerns for safety.</source>
        <translation>Demandez sans l&apos;interprète, et laissez-le dire par quelqu&apos;un ou quelque chose d&apos;autre. C&apos;est scellé aussitôt pour les magistrats&#xa0;: ce n&apos;est dans aucun procès-verbal, sur aucune page et dans aucun travail de l&apos;interprète, et ce n&apos;est plus montré ici. Ils le lisent à la page Traductions, sous Craintes pour la sécurité.</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interprète</translation>
    </message>
    <message>
        <source>T&amp;hrough whom or what</source>
        <translation>&amp;Par qui ou par quoi</translation>
    </message>
    <message>
        <source>&amp;What the person said</source>
        <translation>&amp;Ce que la personne a dit</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>&amp;Sceller</translation>
    </message>
    <message>
        <source>Please write what the person said.</source>
        <translation>Écrivez ce que la personne a dit.</translation>
    </message>
    <message>
        <source>It is being sealed…</source>
        <translation>Le scellement est en cours…</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>OfferedDialog</name>
    <message>
        <source>Is this signing key yours?</source>
        <translation>Cette clé de signature est-elle la vôtre&#xa0;?</translation>
    </message>
    <message>
        <source>Somebody who may manage users added a key for you: {key}, {time}. It signs for nobody until you agree. Whoever has it can then sign in your name.</source>
        <translation>Une personne qui peut gérer les utilisateurs a ajouté une clé pour vous&#xa0;: {key}, {time}. Elle ne signe pour personne tant que vous n&apos;avez pas accepté. Qui la possède peut ensuite signer en votre nom.</translation>
    </message>
    <message>
        <source>&amp;Reason, if you refuse</source>
        <translation>&amp;Motif, si vous refusez</translation>
    </message>
    <message>
        <source>Re&amp;fuse it</source>
        <translation>Re&amp;fuser</translation>
    </message>
    <message>
        <source>It is mine: &amp;agree</source>
        <translation>C&apos;est la mienne&#xa0;: &amp;accepter</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>You wrote a reason to refuse this key. Delete the reason to agree.</source>
        <translation>Vous avez écrit un motif pour refuser cette clé. Effacez le motif pour l&apos;accepter.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Un motif est nécessaire. Écrivez pourquoi.</translation>
    </message>
</context>
<context>
    <name>OfficeDialog</name>
    <message>
        <source>Record an office abroad</source>
        <translation>Enregistrer un bureau étranger</translation>
    </message>
    <message>
        <source>Ask the office for the fingerprint of its root by telephone, not in the message with the package. Who told it, and how, stays on record.</source>
        <translation>Demandez l&apos;empreinte de la racine au bureau par téléphone, pas dans le message qui accompagne le paquet. Qui l&apos;a dite, et comment, reste enregistré.</translation>
    </message>
    <message>
        <source>Root that the package names</source>
        <translation>Racine que le paquet nomme</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;State (two capital letters)</source>
        <translation>&amp;État (deux lettres capitales)</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>Son &amp;empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>&amp;Who told it, and how</source>
        <translation>&amp;Qui l&apos;a dite, et comment</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Please write which office it is.</source>
        <translation>Écrivez de quel bureau il s&apos;agit.</translation>
    </message>
    <message>
        <source>Please write its State.</source>
        <translation>Écrivez son État.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the office tells it.</source>
        <translation>Tapez l&apos;empreinte telle que le bureau la dit.</translation>
    </message>
    <message>
        <source>Please write who told the fingerprint, and how.</source>
        <translation>Écrivez qui a dit l&apos;empreinte, et comment.</translation>
    </message>
    <message>
        <source>The certificate is compared and recorded.</source>
        <translation>Le certificat est comparé et enregistré.</translation>
    </message>
    <message>
        <source>File with its root certificate</source>
        <translation>Fichier de son certificat racine</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>File with its root &amp;certificate</source>
        <translation>Fichier de son &amp;certificat racine</translation>
    </message>
</context>
<context>
    <name>OfficeView</name>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personnes</translation>
    </message>
    <message>
        <source>&amp;Rights</source>
        <translation>&amp;Droits</translation>
    </message>
    <message>
        <source>&amp;Keys and recovery</source>
        <translation>&amp;Clés et secours</translation>
    </message>
    <message>
        <source>&amp;Signing keys</source>
        <translation>Clés de s&amp;ignature</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>&amp;Sauvegardes</translation>
    </message>
    <message>
        <source>Consu&amp;ltations</source>
        <translation>Consu&amp;ltations</translation>
    </message>
    <message>
        <source>Cauti&amp;ons</source>
        <translation>Av&amp;ertissements</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Autres bureaux</translation>
    </message>
    <message>
        <source>Cooperation data</source>
        <translation>Données de coopération</translation>
    </message>
</context>
<context>
    <name>OpenPacketDialog</name>
    <message>
        <source>Open a packet</source>
        <translation>Ouvrir un paquet</translation>
    </message>
    <message>
        <source>An office sent you work. The packet opens if it is as that office signed it. You were told fingerprint and passphrase in another way.</source>
        <translation>Un cabinet vous a envoyé du travail. Le paquet s&apos;ouvre s&apos;il est tel que ce cabinet l&apos;a signé. L&apos;empreinte et la phrase secrète vous ont été dites par une autre voie.</translation>
    </message>
    <message>
        <source>The packet, or its place on this computer</source>
        <translation>Le paquet, ou sa place sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>The pac&amp;ket, or its place on this computer</source>
        <translation>Le pa&amp;quet, ou sa place sur cet ordinateur</translation>
    </message>
    <message>
        <source>New place for it here</source>
        <translation>Nouvelle place pour lui ici</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Parc&amp;ourir…</translation>
    </message>
    <message>
        <source>&amp;New place for it here</source>
        <translation>&amp;Nouvelle place pour lui ici</translation>
    </message>
    <message>
        <source>&amp;Fingerprint of the office&apos;s root certificate</source>
        <translation>&amp;Empreinte du certificat racine du cabinet</translation>
    </message>
    <message>
        <source>Your key file, if you have one</source>
        <translation>Votre fichier de clé, si vous en avez un</translation>
    </message>
    <message>
        <source>&amp;Your key file, if you have one</source>
        <translation>&amp;Votre fichier de clé, si vous en avez un</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the packet, or of the key file</source>
        <translation>Phrase secrète &amp;du paquet, ou du fichier de clé</translation>
    </message>
    <message>
        <source>Passphrase of the packet, or of the key file</source>
        <translation>Phrase secrète du paquet, ou du fichier de clé</translation>
    </message>
    <message>
        <source>&amp;Open the packet</source>
        <translation>Ouvri&amp;r le paquet</translation>
    </message>
    <message>
        <source>Please choose the folder of the packet.</source>
        <translation>Choisissez le dossier du paquet.</translation>
    </message>
    <message>
        <source>There is no folder of this name.</source>
        <translation>Il n&apos;y a pas de dossier de ce nom.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the office told it.</source>
        <translation>Tapez l&apos;empreinte telle que le cabinet l&apos;a dite.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez taper la phrase de passe.</translation>
    </message>
    <message>
        <source>The packet is opened, and compared with what the office signed.</source>
        <translation>Le paquet est ouvert et comparé avec ce que le cabinet a signé.</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>Found when the vault was unlocked</source>
        <translation>Constaté au déverrouillage du coffre</translation>
    </message>
</context>
<context>
    <name>OwnKeysDialog</name>
    <message>
        <source>Make my keys my own</source>
        <translation>Refaire mes clés moi-même</translation>
    </message>
    <message>
        <source>This program makes a new signing key and a new key to open with, under a new passphrase. What you signed stays valid. Do it in your own program. Cards and key files that were added for you are withdrawn, and your recovery code and shares no longer open the vault: make new ones.</source>
        <translation>Ce programme fait une nouvelle clé de signature et une nouvelle clé pour ouvrir, sous une nouvelle phrase de passe. Ce que vous avez signé reste valable. Faites-le dans votre propre programme. Les cartes et fichiers de clé ajoutés pour vous sont retirés, et votre code et vos parts de secours n&apos;ouvrent plus le coffre&#xa0;: faites-en de nouveaux.</translation>
    </message>
    <message>
        <source>&amp;Present passphrase</source>
        <translation>Phrase de passe &amp;actuelle</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Phrase de passe actuelle</translation>
    </message>
    <message>
        <source>&amp;Make the keys</source>
        <translation>&amp;Faire les clés</translation>
    </message>
    <message>
        <source>Please type your present passphrase.</source>
        <translation>Veuillez saisir votre phrase de passe actuelle.</translation>
    </message>
    <message>
        <source>The keys are made. This takes a few seconds.</source>
        <translation>Les clés sont faites. Cela prend quelques secondes.</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>Make the sealed package</source>
        <translation>Faire le paquet scellé</translation>
    </message>
    <message>
        <source>The bundle, the files of its exhibits and their custody record, signed by you and closed for those whom you choose.</source>
        <translation>La liasse, les fichiers de ses pièces et leur registre de conservation, signés par vous et fermés pour ceux que vous choisissez.</translation>
    </message>
    <message>
        <source>Files of exhibits that &amp;travel</source>
        <translation>Fichiers de pièces qui &amp;voyagent</translation>
    </message>
    <message>
        <source>&amp;All that may leave</source>
        <translation>&amp;Tout ce qui peut sortir</translation>
    </message>
    <message>
        <source>Closed &amp;for</source>
        <translation>Fermé &amp;pour</translation>
    </message>
    <message>
        <source>&amp;Record a recipient…</source>
        <translation>&amp;Enregistrer un destinataire…</translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation>Sans phrase de passe</translation>
    </message>
    <message>
        <source>New passphrase in &amp;words</source>
        <translation>Nouvelle phrase de passe en &amp;mots</translation>
    </message>
    <message>
        <source>Why a sealed &amp;identity travels</source>
        <translation>Pourquoi une &amp;identité scellée voyage</translation>
    </message>
    <message>
        <source>Only if files tell one: without a reason they are refused</source>
        <translation>Sans motif, un fichier qui en dit une est refusé</translation>
    </message>
    <message>
        <source>Telepho&amp;ne number outside the envelope</source>
        <translation>&amp;Numéro de téléphone hors de l&apos;enveloppe</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Pa&amp;rcourir…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>N&amp;ouveau dossier</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>Prép&amp;arer</translation>
    </message>
    <message>
        <source>Please tick a recipient, or choose a passphrase.</source>
        <translation>Cochez un destinataire, ou choisissez une phrase de passe.</translation>
    </message>
    <message>
        <source>Please write a telephone number, without a name, or leave it empty.</source>
        <translation>Écrivez un numéro de téléphone, sans nom, ou laissez vide.</translation>
    </message>
    <message numerus="yes">
        <source>{exhibit} (%n file(s))</source>
        <translation>
            <numerusform>{exhibit} (%n fichier)</numerusform>
            <numerusform>{exhibit} (%n fichiers)</numerusform>
        </translation>
    </message>
    <message>
        <source>stays in the office</source>
        <translation>reste au bureau</translation>
    </message>
    <message>
        <source>{kind}, always among them</source>
        <translation>{kind}, toujours parmi eux</translation>
    </message>
    <message>
        <source>Why it leaves &amp;unsearched</source>
        <translation>Pourquoi cela part sans &amp;recherche</translation>
    </message>
    <message>
        <source>Needed for pictures, recordings and unknown files</source>
        <translation>Pour images, enregistrements, fichiers inconnus</translation>
    </message>
    <message>
        <source>The files are found, and searched for sealed identities.</source>
        <translation>Les fichiers sont trouvés, et examinés pour des identités scellées.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Comme d&apos;habitude</translation>
    </message>
    <message>
        <source>&amp;Largest file</source>
        <translation>Plus &amp;grand fichier</translation>
    </message>
    <message>
        <source>&amp;Continue this package</source>
        <translation>&amp;Continuer ce paquet</translation>
    </message>
    <message>
        <source>Empty as a rule: it tells everybody who sends</source>
        <translation>Vide en règle&#xa0;: il dit à chacun qui envoie</translation>
    </message>
    <message>
        <source>Package {number} is recorded and has its name. What was begun is still in its folder.</source>
        <translation>Le paquet {number} est enregistré et porte son nom. Ce qui avait été commencé se trouve encore dans son dossier.</translation>
    </message>
    <message>
        <source>Package {number} is recorded and complete at this place, and lacks its name.</source>
        <translation>Le paquet {number} est enregistré et complet à cet endroit&#xa0;; il lui manque son nom.</translation>
    </message>
    <message numerus="yes">
        <source>Package {number} was begun at this place and not finished. %n volume(s) are whole.</source>
        <translation>
            <numerusform>Le paquet {number} a été commencé à cet endroit et n&apos;est pas terminé. %n volume est complet.</numerusform>
            <numerusform>Le paquet {number} a été commencé à cet endroit et n&apos;est pas terminé. %n volumes sont complets.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was begun is compared with the vault.</source>
        <translation>Ce qui a été commencé est comparé au coffre.</translation>
    </message>
    <message>
        <source>Record first a certificate of your own office, which could not open the package otherwise, then one of the recipient. If nobody issues certificates, “thb recipient key” makes one.</source>
        <translation>Enregistrez d&apos;abord un certificat de votre propre bureau, qui sinon ne pourrait pas ouvrir le paquet, puis un du destinataire. Si personne ne délivre de certificats, «&#xa0;thb recipient key&#xa0;» en fait un.</translation>
    </message>
    <message>
        <source>No recipient is recorded yet. Record one, or choose a passphrase.</source>
        <translation>Aucun destinataire n&apos;est encore enregistré. Enregistrez-en un, ou choisissez une phrase de passe.</translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message>
        <source>Packages: {case}</source>
        <translation>Paquets&#xa0;: {case}</translation>
    </message>
    <message>
        <source>A transfer is closed when the receipt has come back.</source>
        <translation>Un envoi est clos quand l&apos;accusé de réception est revenu.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Ce qui est revenu</translation>
    </message>
    <message>
        <source>&amp;Sent</source>
        <translation>&amp;Envoyés</translation>
    </message>
    <message>
        <source>No package of this case was sent.</source>
        <translation>Aucun paquet de ce dossier n&apos;a été envoyé.</translation>
    </message>
    <message>
        <source>&amp;Enter a receipt…</source>
        <translation>&amp;Inscrire un accusé…</translation>
    </message>
    <message>
        <source>Enter a receipt &amp;on paper…</source>
        <translation>Inscrire un accusé s&amp;ur papier…</translation>
    </message>
    <message>
        <source>&amp;Withdraw a receipt on paper…</source>
        <translation>Re&amp;tirer un accusé sur papier…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Accusé</translation>
    </message>
    <message>
        <source>&amp;Received</source>
        <translation>&amp;Reçus</translation>
    </message>
    <message>
        <source>No package came into this case.</source>
        <translation>Aucun paquet n&apos;est arrivé dans ce dossier.</translation>
    </message>
    <message>
        <source>S&amp;ign a receipt…</source>
        <translation>&amp;Signer un accusé…</translation>
    </message>
    <message>
        <source>Import what was re&amp;fused…</source>
        <translation>Importer ce qui a été re&amp;fusé…</translation>
    </message>
    <message>
        <source>Receive a &amp;package…</source>
        <translation>Recevoir un &amp;paquet…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Receipt that came back</source>
        <translation>Accusé qui est revenu</translation>
    </message>
    <message>
        <source>It is of {party}, received {when}. It stays readable with your reason, and counts no more. Enter it again as it is.</source>
        <translation>Il est de {party}, reçu {when}. Il reste lisible avec votre motif et ne compte plus. Saisissez-le à nouveau tel qu&apos;il est.</translation>
    </message>
    <message>
        <source>Withdraw the last receipt on paper?</source>
        <translation>Retirer le dernier accusé sur papier&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>The receipt on paper of {party} is withdrawn: enter it again as it is.</source>
        <translation>L&apos;accusé sur papier de {party} est retiré&#xa0;: saisissez-le à nouveau tel qu&apos;il est.</translation>
    </message>
    <message>
        <source>Withdrawn: {receipt}. Why: {reason}</source>
        <translation>Retiré&#xa0;: {receipt}. Motif&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Why {number} was refused is corrected. Sign a receipt that says so.</source>
        <translation>Le motif du refus de {number} est corrigé. Signez un accusé de réception qui le dit.</translation>
    </message>
    <message>
        <source>Imported after all: {numbers}. Sign a receipt that says so.</source>
        <translation>Importé malgré tout&#xa0;: {numbers}. Signez un accusé de réception qui le dit.</translation>
    </message>
    <message>
        <source>The package {number} is among the exhibits of the case. Sign a receipt for it.</source>
        <translation>Le paquet {number} est parmi les pièces du dossier. Signez un accusé de réception.</translation>
    </message>
    <message>
        <source>No receipt yet</source>
        <translation>Pas encore d&apos;accusé</translation>
    </message>
    <message>
        <source>The receipt is signed: {file}. Send it back.</source>
        <translation>L&apos;accusé est signé&#xa0;: {file}. Renvoyez-le.</translation>
    </message>
    <message>
        <source>Correct w&amp;hy it was refused…</source>
        <translation>C&amp;orriger le motif du refus…</translation>
    </message>
    <message>
        <source>Received, with remarks</source>
        <translation>Reçu, avec remarques</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) accepted</source>
        <translation>
            <numerusform>%n pièce acceptée</numerusform>
            <numerusform>%n pièces acceptées</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} refused: {reason}</source>
        <translation>{number} refusée&#xa0;: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n importée</numerusform>
            <numerusform>%n importées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusée</numerusform>
            <numerusform>%n refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them refused before</source>
        <translation>
            <numerusform>dont %n refusée auparavant</numerusform>
            <numerusform>dont %n refusées auparavant</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Pas encore signé</translation>
    </message>
    <message>
        <source>&amp;Notices…</source>
        <translation>&amp;Avis…</translation>
    </message>
    <message>
        <source>Receipt of another office</source>
        <translation>Accusé d&apos;un autre bureau</translation>
    </message>
    <message>
        <source>no receipt yet of {names}</source>
        <translation>pas encore d&apos;accusé de réception de {names}</translation>
    </message>
    <message>
        <source>Re&amp;cord this office…</source>
        <translation>Enre&amp;gistrer ce bureau…</translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message>
        <source>Rules about instruments, languages, deadlines and holidays are read from this pack. Look up a statement that was compared with no official list before you rely on it.</source>
        <translation>Les règles sur les instruments, les langues, les délais et les jours fériés sont lues dans ce jeu de données. Vérifiez une indication qui n&apos;a été comparée à aucune liste officielle avant de vous y fier.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Indication</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>Ce qu&apos;elle dit</translation>
    </message>
    <message>
        <source>Official list</source>
        <translation>Liste officielle</translation>
    </message>
    <message>
        <source>Beside the program&apos;s</source>
        <translation>Face à celui du programme</translation>
    </message>
    <message>
        <source>Statements of the pack</source>
        <translation>Indications du jeu de données</translation>
    </message>
    <message>
        <source>Adop&amp;t a pack…</source>
        <translation>Adop&amp;ter un jeu de données…</translation>
    </message>
    <message>
        <source>Save the pack in &amp;use…</source>
        <translation>Enre&amp;gistrer le jeu utilisé…</translation>
    </message>
    <message>
        <source>In use: pack {version} of the program, checked on {date}. {source}</source>
        <translation>Utilisé&#xa0;: jeu {version} du programme, vérifié le {date}. {source}</translation>
    </message>
    <message>
        <source>In use: pack {version} of the office, checked on {date}. {source}</source>
        <translation>Utilisé&#xa0;: jeu {version} du bureau, vérifié le {date}. {source}</translation>
    </message>
    <message>
        <source>Pack number {number}, adopted {at} by {name}: {reason}</source>
        <translation>Jeu numéro {number}, adopté le {at} par {name}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Source&#xa0;: {source}</translation>
    </message>
    <message>
        <source>{types}; not where this is answered with yes: {question}</source>
        <translation>{types}&#xa0;; sauf s&apos;il est répondu oui à&#xa0;: {question}</translation>
    </message>
    <message>
        <source>{told}; not for measures that are always available</source>
        <translation>{told}&#xa0;; pas pour les mesures toujours disponibles</translation>
    </message>
    <message>
        <source>Always available: {measures}</source>
        <translation>Toujours disponibles&#xa0;: {measures}</translation>
    </message>
    <message>
        <source>Another measure may take their place: {measures}</source>
        <translation>Une autre mesure peut les remplacer&#xa0;: {measures}</translation>
    </message>
    <message>
        <source>Save the pack in use</source>
        <translation>Enregistrer le jeu utilisé</translation>
    </message>
    <message>
        <source>The file could not be written. Choose a name that is not there yet.</source>
        <translation>Le fichier n&apos;a pas pu être écrit. Choisissez un nom qui n&apos;existe pas encore.</translation>
    </message>
    <message>
        <source>The pack is written: {file}. Change it, and adopt it.</source>
        <translation>Le jeu est écrit&#xa0;: {file}. Modifiez-le, puis adoptez-le.</translation>
    </message>
    <message>
        <source>Pack number {number} of the office is in use.</source>
        <translation>Le jeu numéro {number} du bureau est utilisé.</translation>
    </message>
    <message>
        <source>Whom it binds</source>
        <translation>Qui est lié</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Protection of data</source>
        <translation>Protection des données</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Jours fériés</translation>
    </message>
    <message>
        <source>How documents cite it</source>
        <translation>Comment les documents le citent</translation>
    </message>
    <message>
        <source>Availability of measures</source>
        <translation>Disponibilité des mesures</translation>
    </message>
    <message>
        <source>Ground of postponement</source>
        <translation>Motif de report</translation>
    </message>
    <message>
        <source>Ground of refusal</source>
        <translation>Motif de refus</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparée</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Non comparée</translation>
    </message>
    <message>
        <source>Says something else</source>
        <translation>Dit autre chose</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Seulement ici</translation>
    </message>
    <message>
        <source>Is not in this pack</source>
        <translation>Absente de ce jeu</translation>
    </message>
    <message>
        <source>Official form</source>
        <translation>Formulaire officiel</translation>
    </message>
    <message>
        <source>Official languages</source>
        <translation>Langues officielles</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with reasons</source>
        <translation>
            <numerusform>%n de plus avec motifs</numerusform>
            <numerusform>%n de plus avec motifs</numerusform>
        </translation>
    </message>
    <message>
        <source>{period}, {longer}</source>
        <translation>{period}, {longer}</translation>
    </message>
    <message>
        <source>{period}; it runs from: {since}</source>
        <translation>{period}&#xa0;; à compter de&#xa0;: {since}</translation>
    </message>
    <message>
        <source>For: {types}.</source>
        <translation>Pour&#xa0;: {types}.</translation>
    </message>
    <message>
        <source>Met with: {met}.</source>
        <translation>Respecté avec&#xa0;: {met}.</translation>
    </message>
    <message>
        <source>Only if: {question}.</source>
        <translation>Seulement si&#xa0;: {question}.</translation>
    </message>
    <message>
        <source>It holds only in a case that the register does not tell.</source>
        <translation>Il ne vaut que dans un cas que le registre n&apos;indique pas.</translation>
    </message>
    <message>
        <source>It is not certain: look it up.</source>
        <translation>Ce n&apos;est pas certain&#xa0;: vérifiez.</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Délai</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Go to the &amp;cases</source>
        <translation>Aller aux &amp;affaires</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>Aucune affaire</translation>
    </message>
    <message>
        <source>Open the first case file on the page Cases. Then work on it here.</source>
        <translation>Ouvrez le premier dossier à la page des affaires. Travaillez-y ensuite ici.</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Page before</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>T&amp;urn</source>
        <translation>&amp;Pivoter</translation>
    </message>
    <message>
        <source>&amp;Words by machine…</source>
        <translation>&amp;Mots par machine…</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>En &amp;tableau</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Page {number}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Page {number} sur {count}</translation>
    </message>
    <message>
        <source>{size}, fits</source>
        <translation>{size}, ajusté</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Alike pictures side by side</source>
        <translation>Images semblables côte à côte</translation>
    </message>
    <message>
        <source>A mark that is computed from them finds them alike. They may be different.</source>
        <translation>Une marque calculée à partir d&apos;elles les trouve semblables. Elles peuvent être différentes.</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>Deuxième image</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>T&amp;urn</source>
        <translation>&amp;Pivoter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>The signed paper</source>
        <translation>Le papier signé</translation>
    </message>
    <message>
        <source>Printed {at}, {pages} pages. The digest on each page begins with {digest}.</source>
        <translation>Imprimé {at}, {pages} pages. L&apos;empreinte de chaque page commence par {digest}.</translation>
    </message>
    <message>
        <source>Its scan</source>
        <translation>Sa numérisation</translation>
    </message>
    <message>
        <source>&amp;Its scan</source>
        <translation>Sa &amp;numérisation</translation>
    </message>
    <message>
        <source>&amp;Name the scan</source>
        <translation>&amp;Indiquer le document</translation>
    </message>
    <message>
        <source>Please choose the exhibit that holds the scan.</source>
        <translation>Choisissez la pièce qui contient le document numérisé.</translation>
    </message>
    <message>
        <source>There is no scan in this case yet. Register the scan on the page Exhibits first: its kind is “{kind}”, and it has its file.</source>
        <translation>Il n&apos;y a encore aucun document numérisé dans cette affaire. Enregistrez-le d&apos;abord à la page Pièces&#xa0;: sa nature est «&#xa0;{kind}&#xa0;», avec son fichier.</translation>
    </message>
</context>
<context>
    <name>PaperReceiptDialog</name>
    <message>
        <source>A receipt on paper for {number}</source>
        <translation>Un accusé sur papier pour {number}</translation>
    </message>
    <message>
        <source>Register the scan of the signed form as an exhibit of the case first. A receipt on paper is told as such: the program cannot check a signature by hand.</source>
        <translation>Enregistrez d&apos;abord la numérisation du formulaire signé comme pièce du dossier. Un accusé sur papier est dit tel&#xa0;: le programme ne peut pas vérifier une signature manuscrite.</translation>
    </message>
    <message>
        <source>Signed b&amp;y (name, function, office)</source>
        <translation>Signé par (nom, &amp;qualité, bureau)</translation>
    </message>
    <message>
        <source>Recei&amp;ved on</source>
        <translation>Reçu &amp;le</translation>
    </message>
    <message>
        <source>SHA-256, as the &amp;form says it</source>
        <translation>SHA-256, selon le &amp;formulaire</translation>
    </message>
    <message>
        <source>E&amp;xhibit with the scan</source>
        <translation>Pièce avec la &amp;numérisation</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Choisissez</translation>
    </message>
    <message>
        <source>&amp;Why it was refused</source>
        <translation>Po&amp;urquoi elle a été refusée</translation>
    </message>
    <message>
        <source>Please write why {number} was refused, or tick what was accepted.</source>
        <translation>Écrivez pourquoi {number} a été refusée, ou cochez ce qui a été accepté.</translation>
    </message>
    <message>
        <source>Exhibits that were acce&amp;pted</source>
        <translation>&amp;Pièces qui ont été acceptées</translation>
    </message>
    <message>
        <source>A&amp;ll of them</source>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <source>R&amp;emarks</source>
        <translation>R&amp;emarques</translation>
    </message>
    <message>
        <source>Enter the &amp;receipt</source>
        <translation>&amp;Inscrire l&apos;accusé</translation>
    </message>
    <message>
        <source>Please write who signed the form.</source>
        <translation>Écrivez qui a signé le formulaire.</translation>
    </message>
    <message>
        <source>Please write when the package was received.</source>
        <translation>Écrivez quand le paquet a été reçu.</translation>
    </message>
    <message>
        <source>Please type the digest that stands on the form.</source>
        <translation>Tapez l&apos;empreinte qui figure sur le formulaire.</translation>
    </message>
    <message>
        <source>Please choose the exhibit that holds the scan.</source>
        <translation>Choisissez la pièce qui contient la numérisation.</translation>
    </message>
    <message>
        <source>The receipt is compared with the package and recorded.</source>
        <translation>L&apos;accusé est comparé au paquet et enregistré.</translation>
    </message>
</context>
<context>
    <name>ParallelDialog</name>
    <message>
        <source>Proceedings side by side</source>
        <translation>Procédures côte à côte</translation>
    </message>
    <message>
        <source>As recorded. A date that is missing, unknown or estimated leaves the answer open. Whether two are about the same facts is for a person to say.</source>
        <translation>Tel qu&apos;enregistré. Une date absente, inconnue ou estimée laisse la réponse ouverte. C&apos;est à une personne de dire si deux procédures portent sur les mêmes faits.</translation>
    </message>
    <message>
        <source>Proceedings, periods and persons</source>
        <translation>Procédures, périodes et personnes</translation>
    </message>
    <message>
        <source>No proceeding is entered yet.</source>
        <translation>Aucune procédure n&apos;est encore saisie.</translation>
    </message>
    <message>
        <source>Each two proceedings</source>
        <translation>Procédures deux à deux</translation>
    </message>
    <message>
        <source>There are no two proceedings to compare.</source>
        <translation>Il n&apos;y a pas deux procédures à comparer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Each two of them</source>
        <translation>Deux à deux</translation>
    </message>
    <message>
        <source>For proceedings in several States the data pack of {day} names: {texts}.</source>
        <translation>Pour des procédures dans plusieurs États, le jeu de données du {day} indique&#xa0;: {texts}.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autorité</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Offence and facts</source>
        <translation>Infraction et faits</translation>
    </message>
    <message>
        <source>Proceeding</source>
        <translation>Procédure</translation>
    </message>
    <message>
        <source>Other proceeding</source>
        <translation>Autre procédure</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Périodes</translation>
    </message>
    <message>
        <source>Persons in both</source>
        <translation>Personnes dans les deux</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non inscrit</translation>
    </message>
</context>
<context>
    <name>PartialDateField</name>
    <message>
        <source>1.3.2025, 03.2025, ca. 2025, 2024-2025</source>
        <translation>1.3.2025, 03.2025, vers 2025, 2024-2025</translation>
    </message>
</context>
<context>
    <name>PartnersPart</name>
    <message>
        <source>A package is closed for recipients, whose certificates encrypt. A package or receipt that comes counts if the root certificate of its office stands here. Each was compared with a fingerprint that somebody told in another way.</source>
        <translation>Un paquet est fermé pour des destinataires, dont le certificat chiffre. Un paquet ou un accusé qui arrive compte si le certificat racine de son bureau figure ici. Chacun a été comparé avec une empreinte que quelqu&apos;un a dite par une autre voie.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>Certificat jusqu&apos;au</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Recipients and offices abroad</source>
        <translation>Destinataires et bureaux étrangers</translation>
    </message>
    <message>
        <source>Neither a recipient nor an office abroad is recorded yet.</source>
        <translation>Ni destinataire ni bureau étranger n&apos;est encore enregistré.</translation>
    </message>
    <message>
        <source>Record a recipien&amp;t…</source>
        <translation>Enregistrer un destina&amp;taire…</translation>
    </message>
    <message>
        <source>Record an office abroa&amp;d…</source>
        <translation>Enregistrer un &amp;bureau étranger…</translation>
    </message>
    <message>
        <source>State and kind…</source>
        <translation>État et &amp;qualité…</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>&amp;Retirer…</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256), as it was told: {told}. Compared and recorded by {name}.</source>
        <translation>Empreinte (SHA-256), telle qu&apos;elle a été dite&#xa0;: {told}. Comparée et enregistrée par {name}.</translation>
    </message>
    <message>
        <source>Fingerprint of {name}</source>
        <translation>Empreinte de {name}</translation>
    </message>
    <message>
        <source>Withdrawn on {at}: {reason}</source>
        <translation>Retiré le {at}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>State and kind: {place}. Recorded by {name} on {at}, with the recipient.</source>
        <translation>État et qualité&#xa0;: {place}. Enregistrés par {name} le {at}, avec le destinataire.</translation>
    </message>
    <message>
        <source>State and kind: {place}. Recorded by {name} on {at}. Who says so: {words}</source>
        <translation>État et qualité&#xa0;: {place}. Enregistrés par {name} le {at}. Qui le dit&#xa0;: {words}</translation>
    </message>
    <message>
        <source>No more packages are closed for it. What was sent before stays open for it.</source>
        <translation>Plus aucun paquet n&apos;est fermé pour lui. Ce qui a été envoyé avant lui reste ouvert.</translation>
    </message>
    <message>
        <source>No more packages, receipts and notices of it count. What came before stays.</source>
        <translation>Plus aucun de ses paquets, accusés et avis ne compte. Ce qui est arrivé avant reste.</translation>
    </message>
    <message>
        <source>Withdraw {name}?</source>
        <translation>Retirer {name}&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>{name} is withdrawn.</source>
        <translation>{name} est retiré.</translation>
    </message>
    <message>
        <source>Office abroad: {state}</source>
        <translation>Bureau étranger&#xa0;: {state}</translation>
    </message>
    <message>
        <source>State not said</source>
        <translation>État non précisé</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>En vigueur</translation>
    </message>
</context>
<context>
    <name>PartsPane</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change your passphrase</source>
        <translation>Changer votre phrase de passe</translation>
    </message>
    <message>
        <source>The recovery code of the vault stays as it is.</source>
        <translation>Le code de secours du coffre reste le même.</translation>
    </message>
    <message>
        <source>&amp;Present passphrase</source>
        <translation>&amp;Phrase de passe actuelle</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Phrase de passe actuelle</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Changer</translation>
    </message>
    <message>
        <source>Please type your present passphrase.</source>
        <translation>Veuillez taper la phrase de passe actuelle.</translation>
    </message>
    <message>
        <source>The passphrase is changed. This takes a few seconds.</source>
        <translation>La phrase de passe est changée. Cela prend quelques secondes.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Montrer ce qui est tapé</translation>
    </message>
    <message>
        <source>Show what is typed (Ctrl+Shift+V)</source>
        <translation>Montrer ce qui est tapé (Ctrl+Maj+V)</translation>
    </message>
</context>
<context>
    <name>PayDialog</name>
    <message>
        <source>Pay: calculation</source>
        <translation>Salaires&#xa0;: calcul</translation>
    </message>
    <message>
        <source>A calculation from the figures of this case, and no evidence of its own. What nobody stated is unknown, and so is what depends on it.</source>
        <translation>Un calcul à partir des chiffres de cette affaire, qui n&apos;est pas une preuve en soi. Ce que personne n&apos;a indiqué est inconnu, comme ce qui en dépend.</translation>
    </message>
    <message>
        <source>Pay by worker, period and currency</source>
        <translation>Salaires par travailleur, période et devise</translation>
    </message>
    <message>
        <source>No figure of pay is entered yet.</source>
        <translation>Aucun chiffre de salaire n&apos;est encore encodé.</translation>
    </message>
    <message>
        <source>Figures of the chosen row</source>
        <translation>Chiffres de la ligne choisie</translation>
    </message>
    <message>
        <source>Go to the &amp;figure</source>
        <translation>Aller au &amp;chiffre</translation>
    </message>
    <message>
        <source>Go to the so&amp;urce</source>
        <translation>Aller à la so&amp;urce</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Figures of the chosen row, with their sources</source>
        <translation>Chiffres de la ligne choisie, avec leurs sources</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Par heure</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Convenu</translation>
    </message>
    <message>
        <source>Due by law</source>
        <translation>Dû selon la loi</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Manque</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Travailleur</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Retenues</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>{currency}: received {received}, deductions {deductions}, due {due}, short {short}.</source>
        <translation>{currency}&#xa0;: reçu {received}, retenues {deductions}, dû {due}, manque {short}.</translation>
    </message>
    <message numerus="yes">
        <source>What is short is not known of %n row(s).</source>
        <translation>
            <numerusform>Ce qui manque n’est pas connu pour %n ligne.</numerusform>
            <numerusform>Ce qui manque n’est pas connu pour %n lignes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePart</name>
    <message>
        <source>Each user signs with a key of their own, which only their passphrase opens.</source>
        <translation>Chaque utilisateur signe avec sa propre clé, que seule sa phrase de passe ouvre.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>&amp;Add a user…</source>
        <translation>&amp;Ajouter un utilisateur…</translation>
    </message>
    <message>
        <source>Re&amp;tire…</source>
        <translation>Re&amp;tirer…</translation>
    </message>
    <message>
        <source>&amp;Give missing keys</source>
        <translation>Donner les clés manq&amp;uantes</translation>
    </message>
    <message>
        <source>Keys of identities, assessments and key material: those that the user&apos;s function includes and that you hold.</source>
        <translation>Clés des identités, des évaluations et du matériel de clé&#xa0;: celles que sa fonction comprend et que vous détenez.</translation>
    </message>
    <message>
        <source>&amp;Identified how…</source>
        <translation>Identifié comme&amp;nt…</translation>
    </message>
    <message>
        <source>Read&amp;mit…</source>
        <translation>Réad&amp;mettre…</translation>
    </message>
    <message>
        <source>&amp;Hand over the vault…</source>
        <translation>&amp;Remettre le coffre…</translation>
    </message>
    <message>
        <source>{name} already has every key of their function that you hold.</source>
        <translation>{name} a déjà toutes les clés de sa fonction que vous détenez.</translation>
    </message>
    <message>
        <source>How {name} was identified</source>
        <translation>Comment {name} a été identifié</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Bundles tell it beside the keys of those who signed. The former words stay in the chain.</source>
        <translation>Les liasses l&apos;indiquent à côté des clés des signataires. Les anciens mots restent dans la chaîne.</translation>
    </message>
    <message>
        <source>It was recorded how {name} was identified.</source>
        <translation>Il a été consigné comment {name} a été identifié.</translation>
    </message>
    <message>
        <source>{name} was added, with this function: {function}.</source>
        <translation>{name} a été ajouté, avec cette fonction&#xa0;: {function}.</translation>
    </message>
    <message>
        <source>The master key was renewed without {names}. They cannot open the vault until they are readmitted. Choose one of them in the list.</source>
        <translation>La clé maîtresse a été renouvelée sans {names}&#xa0;: pas d&apos;accès au coffre avant d&apos;être réadmis. Choisissez une de ces personnes dans la liste.</translation>
    </message>
    <message>
        <source>{name} was given the keys of: {keys}.</source>
        <translation>{name} a reçu les clés pour&#xa0;: {keys}.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>their own, not certified yet</source>
        <translation>les siennes, pas encore certifiées</translation>
    </message>
    <message>
        <source>their own</source>
        <translation>les siennes</translation>
    </message>
    <message>
        <source>made by {name}</source>
        <translation>faites par {name}</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Claims</source>
        <translation>Déclarations</translation>
    </message>
    <message>
        <source>One person, two records</source>
        <translation>Une personne, deux fiches</translation>
    </message>
    <message>
        <source>No other record of this person is known.</source>
        <translation>Aucune autre fiche de cette personne n&apos;est connue.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>With&amp;draw…</source>
        <translation>&amp;Retirer…</translation>
    </message>
    <message>
        <source>Show the &amp;words…</source>
        <translation>Montrer les &amp;mots…</translation>
    </message>
    <message>
        <source>In doc&amp;uments…</source>
        <translation>Dans les act&amp;es…</translation>
    </message>
    <message>
        <source>Correct the w&amp;ords…</source>
        <translation>Corriger les m&amp;ots…</translation>
    </message>
    <message>
        <source>&amp;Correct…</source>
        <translation>&amp;Corriger…</translation>
    </message>
    <message>
        <source>&amp;Source…</source>
        <translation>&amp;Source…</translation>
    </message>
    <message>
        <source>&amp;Add a claim…</source>
        <translation>&amp;Ajouter une déclaration…</translation>
    </message>
    <message>
        <source>Decide the a&amp;ge…</source>
        <translation>Décider de l&apos;â&amp;ge…</translation>
    </message>
    <message>
        <source>Decl&amp;ine the proposal…</source>
        <translation>Refuser la propos&amp;ition…</translation>
    </message>
    <message>
        <source>S&amp;plit again…</source>
        <translation>Sé&amp;parer de nouveau…</translation>
    </message>
    <message>
        <source>&amp;Merge with another record…</source>
        <translation>Ré&amp;unir avec une autre fiche…</translation>
    </message>
    <message>
        <source>Propose a &amp;merge…</source>
        <translation>Proposer une ré&amp;union…</translation>
    </message>
    <message>
        <source>Also recorded as {numbers}</source>
        <translation>Inscrit aussi sous {numbers}</translation>
    </message>
    <message>
        <source>Child presumed</source>
        <translation>Présumé enfant</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Enfant</translation>
    </message>
    <message>
        <source>Identity sealed: {numbers}</source>
        <translation>Identité scellée&#xa0;: {numbers}</translation>
    </message>
    <message>
        <source>Nothing is claimed yet. Add the first claim with Ctrl+N.</source>
        <translation>Rien n&apos;est encore déclaré. Ajoutez la première déclaration avec Ctrl+N.</translation>
    </message>
    <message>
        <source>Nothing is claimed yet.</source>
        <translation>Rien n&apos;est encore déclaré.</translation>
    </message>
    <message>
        <source>Decided on the age: {finding}, {reference}, {who}.</source>
        <translation>Décision sur l&apos;âge&#xa0;: {finding}, {reference}, {who}.</translation>
    </message>
    <message>
        <source>{ground} (Article 13(2) of Directive 2011/36/EU).</source>
        <translation>{ground} (article 13, paragraphe 2, de la directive 2011/36/UE).</translation>
    </message>
    <message>
        <source>Claims about the age differ.</source>
        <translation>Les déclarations sur l&apos;âge diffèrent.</translation>
    </message>
    <message>
        <source>Only a decision with its author and reason ends this.</source>
        <translation>Seule une décision, avec son auteur et son motif, y met fin.</translation>
    </message>
    <message>
        <source>Withdraw this claim?</source>
        <translation>Retirer cette déclaration&#xa0;?</translation>
    </message>
    <message>
        <source>It stays readable with your reason, and counts no more.</source>
        <translation>Elle reste lisible avec votre motif, et ne compte plus.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Use this claim in documents?</source>
        <translation>Utiliser cette déclaration dans les actes&#xa0;?</translation>
    </message>
    <message>
        <source>No longer use it in documents?</source>
        <translation>Ne plus l&apos;utiliser dans les actes&#xa0;?</translation>
    </message>
    <message>
        <source>Documents that were made before stay as they are.</source>
        <translation>Les actes déjà établis restent tels quels.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>L&apos;utiliser</translation>
    </message>
    <message>
        <source>Use it no longer</source>
        <translation>Ne plus l&apos;utiliser</translation>
    </message>
    <message>
        <source>Corrections of this claim</source>
        <translation>Corrections de cette déclaration</translation>
    </message>
    <message>
        <source>Decline this proposal?</source>
        <translation>Refuser cette proposition&#xa0;?</translation>
    </message>
    <message>
        <source>The records stay apart. The proposal and your reason stay readable.</source>
        <translation>Les fiches restent séparées. La proposition et votre motif restent lisibles.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>It is printed as a claim, with its source. Its words stay sealed, and are opened for a bundle.</source>
        <translation>Elle est imprimée comme une déclaration, avec sa source. Ses mots restent scellés, et sont ouverts pour un dossier.</translation>
    </message>
</context>
<context>
    <name>PictureSide</name>
    <message>
        <source>This picture is within a file of {number}. Look inside that file to see it.</source>
        <translation>Cette image est dans un fichier de {number}. Regardez dans ce fichier pour la voir.</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Le fichier est en cours de lecture…</translation>
    </message>
    <message>
        <source>This file is not drawn.</source>
        <translation>Ce fichier n&apos;est pas dessiné.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture of the recording</source>
        <translation>Image de l&apos;enregistrement</translation>
    </message>
</context>
<context>
    <name>PlaceAtTimeDialog</name>
    <message>
        <source>Another time for the note</source>
        <translation>Un autre temps pour la note</translation>
    </message>
    <message>
        <source>The note goes to this time; at the former time it is struck out.</source>
        <translation>La note va à ce temps&#xa0;; à l&apos;ancien temps, elle est rayée.</translation>
    </message>
    <message>
        <source>It was at: {words}</source>
        <translation>Elle était à&#xa0;: {words}</translation>
    </message>
    <message>
        <source>&amp;Place it here</source>
        <translation>&amp;Placer ici</translation>
    </message>
    <message>
        <source>The note is at this time already.</source>
        <translation>La note est déjà à ce temps.</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Place the note again</source>
        <translation>Replacer la note</translation>
    </message>
    <message>
        <source>Choose the words of the present wording that it is about (Shift and the arrows). The note goes there; at the earlier wording it is struck out.</source>
        <translation>Choisissez les mots de la version actuelle dont elle parle (Maj et les flèches). La note y est mise&#xa0;; elle est biffée dans l&apos;ancienne version.</translation>
    </message>
    <message>
        <source>It was at: {words}</source>
        <translation>Elle était à&#xa0;: {words}</translation>
    </message>
    <message>
        <source>The present wording</source>
        <translation>La version actuelle</translation>
    </message>
    <message>
        <source>&amp;Place it here</source>
        <translation>&amp;Placer ici</translation>
    </message>
    <message>
        <source>Please choose the words first.</source>
        <translation>Choisissez d&apos;abord les mots.</translation>
    </message>
    <message>
        <source>State and kind of {name}</source>
        <translation>État et qualité de {name}</translation>
    </message>
    <message>
        <source>A package or an identity annex of a bundle is closed for a recipient of the State and the kind for which the bundle was released, and for nobody else.</source>
        <translation>Un paquet ou une annexe d&apos;identité d&apos;une liasse n&apos;est fermé que pour un destinataire de l&apos;État et de la qualité pour lesquels la liasse a été remise, et pour personne d&apos;autre.</translation>
    </message>
    <message>
        <source>&amp;State of an addressee</source>
        <translation>État d&apos;un &amp;destinataire</translation>
    </message>
    <message>
        <source>The &amp;addressee is</source>
        <translation>Le destinataire e&amp;st</translation>
    </message>
    <message>
        <source>&amp;Who says so</source>
        <translation>&amp;Qui le dit</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Please write who says so.</source>
        <translation>Indiquez qui le dit.</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Mask files of version {number}</source>
        <translation>Masquer dans les fichiers de la version {number}</translation>
    </message>
    <message>
        <source>Draw a rectangle with the mouse, or press New rectangle: the arrow keys move it, Shift and an arrow key change its size, Ctrl makes small steps. The copy that leaves is black there.</source>
        <translation>Tracez un rectangle avec la souris, ou cliquez sur Nouveau rectangle&#xa0;: les flèches le déplacent, Maj et une flèche changent sa taille, Ctrl fait de petits pas. La copie qui part y est noire.</translation>
    </message>
    <message>
        <source>Page of the file</source>
        <translation>Page du fichier</translation>
    </message>
    <message>
        <source>&amp;Mask this place</source>
        <translation>&amp;Masquer cet endroit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The files of the version are read.</source>
        <translation>Lecture des fichiers de la version.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>&amp;New rectangle</source>
        <translation>&amp;Nouveau rectangle</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>Page &amp;entière</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Mo&amp;tif</translation>
    </message>
    <message>
        <source>&amp;Ordered by</source>
        <translation>&amp;Ordonné par</translation>
    </message>
    <message>
        <source>What is masked in this file</source>
        <translation>Ce qui est masqué dans ce fichier</translation>
    </message>
    <message>
        <source>Nothing is masked in this file.</source>
        <translation>Rien n&apos;est masqué dans ce fichier.</translation>
    </message>
    <message>
        <source>&amp;Show again…</source>
        <translation>&amp;Rétablir…</translation>
    </message>
    <message>
        <source>Name and me&amp;tadata</source>
        <translation>Nom et méta&amp;données</translation>
    </message>
    <message>
        <source>Make the &amp;copy…</source>
        <translation>Faire la &amp;copie…</translation>
    </message>
    <message>
        <source>The copy is kept.</source>
        <translation>La copie est conservée.</translation>
    </message>
    <message>
        <source>Please draw a rectangle on the page first.</source>
        <translation>Veuillez d&apos;abord tracer un rectangle sur la page.</translation>
    </message>
    <message>
        <source>Please choose the reason.</source>
        <translation>Veuillez choisir le motif.</translation>
    </message>
    <message>
        <source>Please write which authority ordered it.</source>
        <translation>Veuillez écrire quelle autorité l&apos;a ordonné.</translation>
    </message>
    <message>
        <source>Please choose a masked place in the list.</source>
        <translation>Veuillez choisir un endroit masqué dans la liste.</translation>
    </message>
    <message>
        <source>Show this place again?</source>
        <translation>Rétablir cet endroit&#xa0;?</translation>
    </message>
    <message>
        <source>The mask is withdrawn, and a copy that was made with it does not leave any more.</source>
        <translation>Le masque est levé, et une copie faite avec lui ne part plus.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Please mask something in this file first.</source>
        <translation>Veuillez d&apos;abord masquer quelque chose dans ce fichier.</translation>
    </message>
    <message>
        <source>The copy is made and read again.</source>
        <translation>La copie est faite et relue.</translation>
    </message>
    <message>
        <source>No exhibit of this version has a file.</source>
        <translation>Aucune pièce de cette version n&apos;a de fichier.</translation>
    </message>
    <message>
        <source>The page is drawn.</source>
        <translation>La page est en cours d&apos;affichage.</translation>
    </message>
    <message>
        <source>In the file itself nothing is masked.</source>
        <translation>Dans le fichier lui-même, rien n&apos;est masqué.</translation>
    </message>
    <message>
        <source>Masked copy {number} leaves in its place.</source>
        <translation>La copie masquée {number} part à sa place.</translation>
    </message>
    <message>
        <source>The file stays in the office until its copy is made.</source>
        <translation>Le fichier reste au bureau tant que sa copie n&apos;est pas faite.</translation>
    </message>
    <message>
        <source>No rectangle is drawn.</source>
        <translation>Aucun rectangle n&apos;est tracé.</translation>
    </message>
    <message>
        <source>Rectangle: {left} % from the left, {top} % from the top, {width} % wide, {height} % high.</source>
        <translation>Rectangle&#xa0;: à {left} % de la gauche, à {top} % du haut, largeur {width} %, hauteur {height} %.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Ordonné par</translation>
    </message>
    <message>
        <source>name and metadata</source>
        <translation>nom et métadonnées</translation>
    </message>
    <message>
        <source>stretch of a recording</source>
        <translation>passage d&apos;un enregistrement</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>page {number}</translation>
    </message>
    <message>
        <source>cells of a table</source>
        <translation>cellules d&apos;un tableau</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Pages of the bundle</source>
        <translation>Pages de la liasse</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>À la lar&amp;geur</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Page {page} sur {count}</translation>
    </message>
    <message>
        <source>O&amp;utline</source>
        <translation>P&amp;lan</translation>
    </message>
    <message>
        <source>Outline of the bundle</source>
        <translation>Plan de la liasse</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print record {number} to be signed by hand</source>
        <translation>Imprimer le procès-verbal {number} pour le signer à la main</translation>
    </message>
    <message>
        <source>Each page has the digest of the record and its number. The file is not encrypted: print it, then delete it. If the record is changed afterwards, it must be printed and signed again.</source>
        <translation>Chaque page porte l&apos;empreinte du procès-verbal et son numéro. Le fichier n&apos;est pas chiffré&#xa0;: imprimez-le, puis supprimez-le. Si le procès-verbal est modifié ensuite, il doit être imprimé et signé de nouveau.</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Enregistrer sous</translation>
    </message>
    <message>
        <source>&amp;Write the pages</source>
        <translation>É&amp;crire les pages</translation>
    </message>
    <message>
        <source>The pages are laid out.</source>
        <translation>Les pages sont composées.</translation>
    </message>
    <message>
        <source>Save the pages as</source>
        <translation>Enregistrer les pages sous</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>Signed as checked</source>
        <translation>Signées comme relues</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} sur {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n typed, not written</source>
        <translation>
            <numerusform>%n écrite, non enregistrée</numerusform>
            <numerusform>%n écrites, non enregistrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>%n non commencée</numerusform>
            <numerusform>%n non commencées</numerusform>
        </translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Reprendre</translation>
    </message>
</context>
<context>
    <name>ProposedPassphrase</name>
    <message>
        <source>Pr&amp;opose a passphrase</source>
        <translation>Pr&amp;oposer une phrase de passe</translation>
    </message>
    <message>
        <source>{count} words drawn at random: {bits} bits. Keep them on paper until you know them by heart, and type them again below.</source>
        <translation>{count} mots tirés au hasard&#xa0;: {bits} bits. Gardez-les sur papier jusqu&apos;à ce que vous les sachiez, et tapez-les encore une fois ci-dessous.</translation>
    </message>
    <message>
        <source>Pr&amp;opose another one</source>
        <translation>En pr&amp;oposer une autre</translation>
    </message>
    <message>
        <source>Proposed passphrase: {words}</source>
        <translation>Phrase de passe proposée&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>PurposeDialog</name>
    <message>
        <source>Purpose of access to {case}</source>
        <translation>But de la consultation de {case}</translation>
    </message>
    <message>
        <source>Each access to a case is logged with its purpose. If you state none, the purpose is the work of your function. What you state applies until the vault is locked.</source>
        <translation>Chaque consultation d&apos;une affaire est inscrite avec son but. Si vous n&apos;en indiquez pas, le but est le travail de votre fonction. Ce que vous indiquez vaut jusqu&apos;au verrouillage du coffre.</translation>
    </message>
    <message>
        <source>&amp;Kind of reason</source>
        <translation>&amp;Sorte de raison</translation>
    </message>
    <message>
        <source>&amp;In a few words</source>
        <translation>&amp;En quelques mots</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirmer</translation>
    </message>
    <message>
        <source>Please choose the kind of reason.</source>
        <translation>Veuillez choisir le type de motif.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Il faut une raison. Veuillez écrire pourquoi.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Pg préc</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Pg suiv</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bas</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
</context>
<context>
    <name>ReadAdsDialog</name>
    <message>
        <source>Read advertisements from {name}</source>
        <translation>Lire des annonces dans {name}</translation>
    </message>
    <message>
        <source>Look at the file first. Nothing is entered before you say so.</source>
        <translation>Regardez d&apos;abord le fichier. Rien n&apos;est saisi avant que vous ne le disiez.</translation>
    </message>
    <message>
        <source>Rows of a table</source>
        <translation>Les lignes d&apos;un tableau</translation>
    </message>
    <message>
        <source>Pages of HTML or of a capture (WARC, WACZ)</source>
        <translation>Des pages HTML ou d&apos;une capture (WARC, WACZ)</translation>
    </message>
    <message>
        <source>&amp;Advertisements are</source>
        <translation>Les &amp;annonces sont</translation>
    </message>
    <message>
        <source>as the file marks them</source>
        <translation>comme le fichier les marque</translation>
    </message>
    <message>
        <source>&amp;Characters</source>
        <translation>&amp;Caractères</translation>
    </message>
    <message>
        <source>&amp;Look at the file</source>
        <translation>&amp;Regarder le fichier</translation>
    </message>
    <message>
        <source>Advertisements of the file</source>
        <translation>Annonces du fichier</translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>Rien n&apos;a encore été regardé.</translation>
    </message>
    <message>
        <source>&amp;Enter them</source>
        <translation>&amp;Saisir les annonces</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The advertisements are being entered…</source>
        <translation>Les annonces sont en cours de saisie…</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Endroit dans le fichier</translation>
    </message>
    <message>
        <source>Say what the file has.</source>
        <translation>Dites ce que le fichier contient.</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Le fichier est en cours de lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%n advertisement(s).</source>
        <translation>
            <numerusform>%n annonce.</numerusform>
            <numerusform>%n annonces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) these columns have nothing:</source>
        <translation>
            <numerusform>Dans %n ligne, ces colonnes n&apos;ont rien&#xa0;:</numerusform>
            <numerusform>Dans %n lignes, ces colonnes n&apos;ont rien&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n advertisement(s) were entered.</source>
        <translation>
            <numerusform>%n annonce a été saisie.</numerusform>
            <numerusform>%n annonces ont été saisies.</numerusform>
        </translation>
    </message>
    <message>
        <source>They stand in the case, under Advertisements.</source>
        <translation>Elles figurent dans le dossier, sous Annonces.</translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message>
        <source>read, next</source>
        <translation>lu, suivant</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>corriger</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>réclamation</translation>
    </message>
    <message>
        <source>to the closing list</source>
        <translation>liste de clôture</translation>
    </message>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>toutes les touches</translation>
    </message>
    <message>
        <source>{read} of {all} turns read</source>
        <translation>{read} interventions lues sur {all}</translation>
    </message>
</context>
<context>
    <name>ReadmitDialog</name>
    <message>
        <source>Readmit {name}</source>
        <translation>Réadmettre {name}</translation>
    </message>
    <message>
        <source>They type the passphrase that they had before. It then opens the vault again.</source>
        <translation>Laissez la personne taper la phrase de passe qu&apos;elle avait&#xa0;; elle ouvre alors de nouveau le coffre.</translation>
    </message>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>Sa &amp;phrase de passe</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>Sa phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>&amp;Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>Read&amp;mit</source>
        <translation>Ré&amp;admettre</translation>
    </message>
    <message>
        <source>The passphrases are checked. This takes a few seconds.</source>
        <translation>Les phrases de passe sont vérifiées. Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez taper la phrase de passe.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Il faut un motif. Veuillez écrire pourquoi.</translation>
    </message>
</context>
<context>
    <name>ReasonRows</name>
    <message>
        <source>Reason: {finding}</source>
        <translation>Motif&#xa0;: {finding}</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Il faut un motif. Veuillez écrire pourquoi.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Go there: {finding}</source>
        <translation>Y aller&#xa0;: {finding}</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>The file is out</source>
        <translation>Le fichier est sorti</translation>
    </message>
    <message>
        <source>Hand this over with the file. The digest says that it is the file of the exhibit.</source>
        <translation>Remettez ceci avec le fichier. L&apos;empreinte dit que c&apos;est le fichier de la pièce.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Copied. Paste it within ten seconds.</source>
        <translation>Copié. Collez-le dans les dix secondes.</translation>
    </message>
    <message>
        <source>Receipt for a file that was taken out</source>
        <translation>Reçu pour un fichier qui a été sorti</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Imprimer le reçu</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Reçu par</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>&amp;Note that it was sent…</source>
        <translation>&amp;Noter l&apos;envoi…</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Receive a package</source>
        <translation>Recevoir un paquet</translation>
    </message>
    <message>
        <source>It is opened into the encrypted vault, never on a disk, and judged before anything of it is imported.</source>
        <translation>Il est ouvert dans le coffre chiffré, jamais sur un disque, et jugé avant que rien n&apos;en soit importé.</translation>
    </message>
    <message>
        <source>Folder or file of the package</source>
        <translation>Dossier ou fichier du paquet</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Folder or file</source>
        <translation>&amp;Dossier ou fichier</translation>
    </message>
    <message>
        <source>Your key file</source>
        <translation>Votre fichier de clé</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>Pa&amp;rcourir…</translation>
    </message>
    <message>
        <source>Your &amp;key file (PKCS#12)</source>
        <translation>Votre fichier de &amp;clé (PKCS#12)</translation>
    </message>
    <message>
        <source>Empty, if a passphrase opens the package</source>
        <translation>Vide, si une phrase de passe ouvre le paquet</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>P&amp;hrase de passe</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Re&amp;cord this office…</source>
        <translation>Enre&amp;gistrer ce bureau…</translation>
    </message>
    <message>
        <source>Discard what was &amp;typed of the other package</source>
        <translation>Abandonner ce qui a é&amp;té écrit de l&apos;autre paquet</translation>
    </message>
    <message>
        <source>&amp;Open and examine</source>
        <translation>&amp;Ouvrir et examiner</translation>
    </message>
    <message>
        <source>Please choose the folder or file of the package.</source>
        <translation>Choisissez le dossier ou le fichier du paquet.</translation>
    </message>
    <message>
        <source>The package is opened into the vault, and all of it is checked.</source>
        <translation>Le paquet est ouvert dans le coffre, et tout est contrôlé.</translation>
    </message>
    <message>
        <source>Please give the exhibit that holds the package a number.</source>
        <translation>Donnez un numéro à la pièce qui contient le paquet.</translation>
    </message>
    <message>
        <source>Please write when it was received.</source>
        <translation>Écrivez quand il a été reçu.</translation>
    </message>
    <message>
        <source>Please write why {number} is refused, or tick what is imported.</source>
        <translation>Écrivez pourquoi {number} est refusée, ou cochez ce qui est importé.</translation>
    </message>
    <message>
        <source>The exhibits are stored and recorded.</source>
        <translation>Les pièces sont déposées et enregistrées.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>What was typed before is of another package, which is not imported. It is kept until you discard it.</source>
        <translation>Ce qui a été écrit auparavant est d&apos;un autre paquet, qui n&apos;est pas importé. C&apos;est conservé jusqu&apos;à ce que vous l&apos;abandonniez.</translation>
    </message>
</context>
<context>
    <name>RecipientDialog</name>
    <message>
        <source>Record a recipient</source>
        <translation>Enregistrer un destinataire</translation>
    </message>
    <message>
        <source>Ask the holder for the fingerprint by telephone, not in the message with the certificate. Who told it, and how, stays on record.</source>
        <translation>Demandez l&apos;empreinte au titulaire par téléphone, non dans le message qui porte le certificat. Qui l&apos;a dite, et comment, reste enregistré.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Choisissez</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Na&amp;ture</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;State of an addressee</source>
        <translation>État d&apos;un &amp;destinataire</translation>
    </message>
    <message>
        <source>The &amp;addressee is</source>
        <translation>Le destinataire e&amp;st</translation>
    </message>
    <message>
        <source>File with the certificate</source>
        <translation>Fichier du certificat</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Pa&amp;rcourir…</translation>
    </message>
    <message>
        <source>File with the &amp;certificate</source>
        <translation>Fichier du &amp;certificat</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>Son &amp;empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>&amp;Who told it, and how</source>
        <translation>&amp;Qui l&apos;a dite, et comment</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Please choose what the certificate is for.</source>
        <translation>Choisissez à quoi sert le certificat.</translation>
    </message>
    <message>
        <source>Please write whose certificate it is.</source>
        <translation>Écrivez de qui est le certificat.</translation>
    </message>
    <message>
        <source>Please choose the file with the certificate.</source>
        <translation>Choisissez le fichier du certificat.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as its holder tells it.</source>
        <translation>Tapez l&apos;empreinte telle que le titulaire la dit.</translation>
    </message>
    <message>
        <source>Please write who told the fingerprint, and how.</source>
        <translation>Écrivez qui a dit l&apos;empreinte, et comment.</translation>
    </message>
    <message>
        <source>The certificate is compared and recorded.</source>
        <translation>Le certificat est comparé et enregistré.</translation>
    </message>
    <message>
        <source>Its &amp;office abroad</source>
        <translation>Son &amp;bureau étranger</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non connu</translation>
    </message>
    <message>
        <source>For a certificate of your own office and for its escrow every package is closed. It must be for encryption: the certificates of this vault sign. If its office abroad is named, a receipt that another office signs is told as such.</source>
        <translation>Chaque paquet est fermé aussi pour un certificat de votre propre bureau et pour son dépositaire. Il doit servir au chiffrement&#xa0;: les certificats de ce coffre signent. Si son bureau étranger est nommé, un accusé signé par un autre bureau est dit tel.</translation>
    </message>
</context>
<context>
    <name>RecordEventDialog</name>
    <message>
        <source>Record a custody event</source>
        <translation>Consigner un événement de conservation</translation>
    </message>
    <message>
        <source>A recorded event is never changed. If it is wrong, record a correction.</source>
        <translation>Un événement consigné n&apos;est jamais modifié. S&apos;il est faux, consignez une correction.</translation>
    </message>
    <message>
        <source>&amp;Exhibit</source>
        <translation>&amp;Pièce</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Please choose the exhibit.</source>
        <translation>Veuillez choisir la pièce.</translation>
    </message>
    <message>
        <source>This exhibit was struck out. Only the erasure of its files can be recorded.</source>
        <translation>Cette pièce a été biffée. Seul l&apos;effacement de ses fichiers peut être consigné.</translation>
    </message>
    <message>
        <source>And others.</source>
        <translation>Et d&apos;autres.</translation>
    </message>
    <message>
        <source>This would be open</source>
        <translation>Ceci resterait ouvert</translation>
    </message>
    <message>
        <source>If the paper file says so, record it as it is.</source>
        <translation>Si le dossier papier le dit, consignez-le tel quel.</translation>
    </message>
    <message>
        <source>&amp;Record it as it is</source>
        <translation>Consigner &amp;tel quel</translation>
    </message>
    <message>
        <source>Only an exhibit that was given back can come again. Not given back: {numbers}.</source>
        <translation>Seule une pièce qui a été restituée peut revenir. Sans restitution&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>{number} (struck out)  {title}</source>
        <translation>{number} (biffée)  {title}</translation>
    </message>
    <message>
        <source>Re&amp;cord</source>
        <translation>Consi&amp;gner</translation>
    </message>
    <message>
        <source>Se&amp;veral exhibits at once</source>
        <translation>Plusie&amp;urs pièces à la fois</translation>
    </message>
    <message>
        <source>Further exhibits</source>
        <translation>Autres pièces</translation>
    </message>
    <message numerus="yes">
        <source>The event is recorded for %n exhibit(s).</source>
        <translation>
            <numerusform>L&apos;événement est consigné pour %n pièce.</numerusform>
            <numerusform>L&apos;événement est consigné pour %n pièces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift and the arrow keys mark several lines, and Space ticks them.</source>
        <translation>Maj et les flèches marquent plusieurs lignes, et Espace les coche.</translation>
    </message>
</context>
<context>
    <name>RecordHead</name>
    <message>
        <source>Language of the right side</source>
        <translation>Langue du côté droit</translation>
    </message>
    <message>
        <source>Right side &amp;in</source>
        <translation>Côté dro&amp;it en</translation>
    </message>
    <message>
        <source>De&amp;cision</source>
        <translation>Dé&amp;cision</translation>
    </message>
    <message>
        <source>Rectify…</source>
        <translation>Rectification…</translation>
    </message>
    <message>
        <source>Supp&amp;lement…</source>
        <translation>Comp&amp;lément…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>&amp;Formalities</source>
        <translation>&amp;Formalités</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Show the list of interviews, or put it away: {key}</source>
        <translation>Afficher ou masquer la liste des auditions&#xa0;: {key}</translation>
    </message>
    <message>
        <source>role not recorded</source>
        <translation>qualité non inscrite</translation>
    </message>
    <message>
        <source>{person}, {role}</source>
        <translation>{person}, {role}</translation>
    </message>
    <message>
        <source>interpreter {names}</source>
        <translation>interprète {names}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} et {second}</translation>
    </message>
    <message>
        <source>{name} ({first} and {second})</source>
        <translation>{name} ({first} et {second})</translation>
    </message>
    <message>
        <source>&amp;Translations</source>
        <translation>&amp;Traductions</translation>
    </message>
    <message>
        <source>Signed pape&amp;r…</source>
        <translation>Papie&amp;r signé…</translation>
    </message>
    <message>
        <source>Trans&amp;cript…</source>
        <translation>Trans&amp;cription…</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>In the given order</source>
        <translation>Dans l&apos;ordre d&apos;origine</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <translation>Trier par {column}</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Text that was typed here and not saved does not open with your key: somebody changed it, or an earlier version kept it. It is not shown. What is saved stays as it is.</source>
        <translation>Un texte écrit ici et non enregistré ne s&apos;ouvre pas avec votre clé&#xa0;: quelqu&apos;un l&apos;a modifié, ou une version antérieure l&apos;a gardé. Il n&apos;est pas affiché. Ce qui est enregistré reste tel quel.</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>Formalités</translation>
    </message>
    <message>
        <source>The next turn was typed but not kept yet. It stands below.</source>
        <translation>L&apos;intervention suivante a été tapée mais pas encore gardée. Elle est ci-dessous.</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) hold text that was typed but not saved.</source>
        <translation>
            <numerusform>%n intervention contient du texte écrit et non enregistré.</numerusform>
            <numerusform>%n interventions contiennent du texte écrit et non enregistré.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) have no author. {key} names who rendered them.</source>
        <translation>
            <numerusform>%n interprétation n&apos;a pas d&apos;auteur. {key} permet de nommer qui l&apos;a rendue.</numerusform>
            <numerusform>%n interprétations n&apos;ont pas d&apos;auteur. {key} permet de nommer qui les a rendues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Si&amp;gn…</source>
        <translation>Si&amp;gner…</translation>
    </message>
    <message>
        <source>The next turn is typed and not kept yet. Keep it, or empty it, first.</source>
        <translation>L&apos;intervention suivante est tapée et pas encore gardée. Gardez-la, ou videz-la, d&apos;abord.</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) are not saved yet. Save or discard them first.</source>
        <translation>
            <numerusform>%n intervention n’est pas encore enregistrée. Enregistrez-la ou abandonnez-la d’abord.</numerusform>
            <numerusform>%n interventions ne sont pas encore enregistrées. Enregistrez-les ou abandonnez-les d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter this on the page Cases: {field}.</source>
        <translation>À indiquer à la page Affaires&#xa0;: {field}.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Déclarations</translation>
    </message>
    <message>
        <source>Read &amp;back…</source>
        <translation>Re&amp;lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) are drafts. If their author checked them, {key} says so.</source>
        <translation>
            <numerusform>%n restitution est un brouillon. Si son auteur l&apos;a relue, {key} le dit.</numerusform>
            <numerusform>%n restitutions sont des brouillons. Si leur auteur les a relues, {key} le dit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordingModel</name>
    <message>
        <source>This turn has no range of the recording yet: F5 and F6 set it.</source>
        <translation>Cette intervention n&apos;a pas encore d&apos;extrait de l&apos;enregistrement&#xa0;: F5 et F6 le fixent.</translation>
    </message>
    <message>
        <source>This computer has no device for sound. The recording runs without being heard.</source>
        <translation>Cet ordinateur n&apos;a pas d&apos;appareil de son. L&apos;enregistrement défile sans être entendu.</translation>
    </message>
    <message>
        <source>Set first where it begins: {key}.</source>
        <translation>Fixez d&apos;abord le début&#xa0;: {key}.</translation>
    </message>
    <message>
        <source>The end must be after the beginning, in the same file.</source>
        <translation>La fin doit être après le début, dans le même fichier.</translation>
    </message>
</context>
<context>
    <name>RecordingStrip</name>
    <message>
        <source>File of the recording</source>
        <translation>Fichier de l&apos;enregistrement</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>{file}, after a gap of {time}</source>
        <translation>{file}, après une interruption de {time}</translation>
    </message>
    <message>
        <source>Pause the recording</source>
        <translation>Mettre l&apos;enregistrement en pause</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation>Lire l&apos;enregistrement</translation>
    </message>
    <message>
        <source>Speed {percent} %</source>
        <translation>Vitesse {percent} %</translation>
    </message>
    <message>
        <source>Turn {range}</source>
        <translation>Intervention {range}</translation>
    </message>
    <message>
        <source>Recording {name}, file {file}</source>
        <translation>Enregistrement {name}, fichier {file}</translation>
    </message>
    <message>
        <source>Working copy of the master {master}</source>
        <translation>Copie de travail de l&apos;original {master}</translation>
    </message>
    <message>
        <source>A file of the master has the same SHA-256.</source>
        <translation>Un fichier de l&apos;original a le même SHA-256.</translation>
    </message>
    <message>
        <source>No file of the master has the same SHA-256: it was changed or converted.</source>
        <translation>Aucun fichier de l&apos;original n&apos;a le même SHA-256&#xa0;: il a été modifié ou converti.</translation>
    </message>
    <message>
        <source>{time} by the clock of the record</source>
        <translation>{time} à l&apos;horloge du procès-verbal</translation>
    </message>
    <message>
        <source>{time} by the reference clock</source>
        <translation>{time} à l&apos;horloge de référence</translation>
    </message>
    <message>
        <source>{file}, working copy of {master}</source>
        <translation>{file}, copie de travail de {master}</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Note {range}</source>
        <translation>Note {range}</translation>
    </message>
</context>
<context>
    <name>RecoveredView</name>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Choisissez une nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>The recovery code opened the vault. It stays valid.</source>
        <translation>Le code de secours a ouvert le coffre. Il reste valable.</translation>
    </message>
    <message>
        <source>The recovery shares opened the vault. They stay valid.</source>
        <translation>Les parts de secours ont ouvert le coffre. Elles restent valables.</translation>
    </message>
    <message>
        <source>&amp;Set and continue</source>
        <translation>&amp;Fixer et continuer</translation>
    </message>
</context>
<context>
    <name>RefusalReasonDialog</name>
    <message>
        <source>Correct why something of {number} was refused</source>
        <translation>Corriger le motif d&apos;un refus de {number}</translation>
    </message>
    <message>
        <source>The next receipt has the new reason. The former one stays readable here, and in the custody of what was imported after all.</source>
        <translation>Le prochain accusé de réception a le nouveau motif. L&apos;ancien reste lisible ici, et dans la garde de ce qui a été importé après coup.</translation>
    </message>
    <message>
        <source>E&amp;xhibit that was refused</source>
        <translation>Pièce re&amp;fusée</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>&amp;Why it was refused</source>
        <translation>&amp;Motif du refus</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Corriger</translation>
    </message>
    <message>
        <source>Please choose the exhibit.</source>
        <translation>Veuillez choisir la pièce.</translation>
    </message>
    <message>
        <source>Please write why it was refused.</source>
        <translation>Veuillez écrire pourquoi elle a été refusée.</translation>
    </message>
    <message>
        <source>Formerly: {reasons}</source>
        <translation>Auparavant&#xa0;: {reasons}</translation>
    </message>
</context>
<context>
    <name>RefuseReleaseDialog</name>
    <message>
        <source>Refuse the release</source>
        <translation>Refuser la remise</translation>
    </message>
    <message>
        <source>{name} says why, and what is to be changed, with their own passphrase. It is recorded in their name; who asked reads it, and asks once more.</source>
        <translation>{name} dit pourquoi, et ce qui est à changer, avec sa propre phrase de passe. C&apos;est consigné en son nom&#xa0;; qui a demandé le lit, et demande une nouvelle fois.</translation>
    </message>
    <message>
        <source>&amp;Why, and what is to be changed</source>
        <translation>Pour&amp;quoi, et ce qui est à changer</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>Phrase de passe de la seconde personne</translation>
    </message>
    <message>
        <source>Passphrase of the s&amp;econd person</source>
        <translation>Phrase de passe de la s&amp;econde personne</translation>
    </message>
    <message>
        <source>Re&amp;fuse</source>
        <translation>Re&amp;fuser</translation>
    </message>
    <message>
        <source>Please write why, and what is to be changed.</source>
        <translation>Écrivez pourquoi, et ce qui est à changer.</translation>
    </message>
    <message>
        <source>The second person types their passphrase here.</source>
        <translation>La seconde personne tape sa phrase de passe ici.</translation>
    </message>
    <message>
        <source>{name} refused the release: {reason} ({at}). Change what they ask for, prepare it again, and ask once more.</source>
        <translation>{name} a refusé la remise&#xa0;: {reason} ({at}). Changez ce qui est demandé, préparez-la de nouveau, et demandez une nouvelle fois.</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>Import what was refused of {number}</source>
        <translation>Importer ce qui a été refusé de {number}</translation>
    </message>
    <message>
        <source>The exhibit is taken from the package that is kept. Its custody, the list and the next receipt tell both: why it was refused, and why it is imported now.</source>
        <translation>La pièce est prise dans le paquet qui est conservé. Sa chaîne de conservation, la liste et le prochain accusé de réception disent les deux&#xa0;: pourquoi elle a été refusée, et pourquoi elle est importée maintenant.</translation>
    </message>
    <message>
        <source>Exhibits that were refused</source>
        <translation>Pièces qui ont été refusées</translation>
    </message>
    <message>
        <source>E&amp;xhibits that were refused</source>
        <translation>Pièce&amp;s qui ont été refusées</translation>
    </message>
    <message>
        <source>&amp;Why they are imported now</source>
        <translation>Pour&amp;quoi elles sont importées maintenant</translation>
    </message>
    <message>
        <source>Received b&amp;y</source>
        <translation>Reç&amp;u par</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Choisissez</translation>
    </message>
    <message>
        <source>Recei&amp;ved on</source>
        <translation>Reçu &amp;le</translation>
    </message>
    <message>
        <source>Pl&amp;ace</source>
        <translation>Li&amp;eu</translation>
    </message>
    <message>
        <source>Reason for the &amp;delay</source>
        <translation>R&amp;aison du retard</translation>
    </message>
    <message>
        <source>Only if it was received more than a day ago</source>
        <translation>Seulement s&apos;il a été reçu il y a plus d&apos;un jour</translation>
    </message>
    <message>
        <source>Folder or file of the package</source>
        <translation>Dossier ou fichier du paquet</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Folder or file</source>
        <translation>&amp;Dossier ou fichier</translation>
    </message>
    <message>
        <source>Only for large files that did not come</source>
        <translation>Si de grands fichiers manquent</translation>
    </message>
    <message>
        <source>Your key file</source>
        <translation>Votre fichier de clé</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>Pa&amp;rcourir…</translation>
    </message>
    <message>
        <source>Your &amp;key file (PKCS#12)</source>
        <translation>Votre fichier de &amp;clé (PKCS#12)</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>P&amp;hrase de passe</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>{number} refused: {reason}</source>
        <translation>{number} refusée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Please tick what is imported.</source>
        <translation>Cochez ce qui est importé.</translation>
    </message>
    <message>
        <source>Please write why they are imported now.</source>
        <translation>Écrivez pourquoi elles sont importées maintenant.</translation>
    </message>
    <message>
        <source>Please choose who received it.</source>
        <translation>Choisissez qui l&apos;a reçu.</translation>
    </message>
    <message>
        <source>Please write when it was received.</source>
        <translation>Écrivez quand il a été reçu.</translation>
    </message>
    <message>
        <source>Please choose the folder or file of the package.</source>
        <translation>Choisissez le dossier ou le fichier du paquet.</translation>
    </message>
    <message>
        <source>The exhibits are stored and recorded.</source>
        <translation>Les pièces sont déposées et enregistrées.</translation>
    </message>
</context>
<context>
    <name>Refusing</name>
    <message>
        <source>What is not ticked is refused, each for its own reason: it stands with the lines that are marked. Shift and the arrow keys mark several.</source>
        <translation>Ce qui n’est pas coché est refusé, chaque pièce pour sa propre raison&#xa0;: celle-ci vaut pour les lignes sélectionnées. Maj et les flèches en sélectionnent plusieurs.</translation>
    </message>
    <message>
        <source>{exhibit} refused: {reason}</source>
        <translation>{exhibit} refusée&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Register an exhibit</source>
        <translation>Enregistrer une pièce</translation>
    </message>
    <message>
        <source>Files are added afterwards.</source>
        <translation>Les fichiers s&apos;ajoutent ensuite.</translation>
    </message>
    <message>
        <source>As collected: same time, same person</source>
        <translation>Comme recueilli&#xa0;: même date, même personne</translation>
    </message>
    <message>
        <source>How it was acquired</source>
        <translation>Mode d’acquisition</translation>
    </message>
    <message>
        <source>Re&amp;gister</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>&amp;As {number}: place, collection, order and event are the same</source>
        <translation>&amp;Comme {number}&#xa0;: mêmes lieu, collecte, ordre et événement</translation>
    </message>
    <message>
        <source>This label was printed for another case.</source>
        <translation>Cette étiquette a été imprimée pour un autre dossier.</translation>
    </message>
    <message>
        <source>This is the label of an exhibit that is registered. Write the number of this one.</source>
        <translation>C&apos;est l&apos;étiquette d&apos;une pièce qui est déjà enregistrée. Écrivez le numéro de celle-ci.</translation>
    </message>
</context>
<context>
    <name>RehashDialog</name>
    <message>
        <source>Read stored files again</source>
        <translation>Relire les fichiers conservés</translation>
    </message>
    <message>
        <source>Each file is read whole and compared with its digest. An exhibit whose files agree gets a custody event. One whose files differ or are missing is put in quarantine: it does not leave before a judge decides.</source>
        <translation>Chaque fichier est lu en entier et comparé à son empreinte. Une pièce dont les fichiers concordent reçoit un événement de garde. Une pièce dont des fichiers diffèrent ou manquent est mise en quarantaine&#xa0;: elle ne sort pas avant que le juge en décide.</translation>
    </message>
    <message>
        <source>&amp;What is read</source>
        <translation>&amp;Ce qui est lu</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Choisissez</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>M&amp;otif</translation>
    </message>
    <message>
        <source>Set the &amp;interval…</source>
        <translation>Fixer l&apos;&amp;intervalle…</translation>
    </message>
    <message>
        <source>R&amp;ead</source>
        <translation>&amp;Lire</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>Écrivez pourquoi.</translation>
    </message>
    <message>
        <source>The office has not set after how many months files are due.</source>
        <translation>Le bureau n&apos;a pas fixé après combien de mois les fichiers sont à relire.</translation>
    </message>
    <message numerus="yes">
        <source>Files are due after %n month(s).</source>
        <translation>
            <numerusform>Les fichiers sont à relire après %n mois.</numerusform>
            <numerusform>Les fichiers sont à relire après %n mois.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Ce qui est à relire</translation>
    </message>
    <message>
        <source>The rest of the run of {at}</source>
        <translation>Le reste de la lecture du {at}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Rien n&apos;est à relire.</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s), {size}</source>
        <translation>
            <numerusform>%n pièce, {size}</numerusform>
            <numerusform>%n pièces, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RekeyDialog</name>
    <message>
        <source>A new master key</source>
        <translation>Une nouvelle clé maîtresse</translation>
    </message>
    <message>
        <source>The whole vault is rewritten under a new key, checked, and replaces this one; then it locks. Do this if somebody may have copied the vault and known a passphrase. Earlier backups and recovery shares belong to the old key: make new ones.</source>
        <translation>Tout le coffre est réécrit sous une nouvelle clé, vérifié, et remplace celui-ci&#xa0;; puis il se verrouille. Faites-le si quelqu&apos;un a pu copier le coffre et connaître une phrase de passe. Les sauvegardes et parts de secours antérieures appartiennent à l&apos;ancienne clé&#xa0;: refaites-les.</translation>
    </message>
    <message>
        <source>A colleague who types their passphrase here keeps access. The others are readmitted later, with their present passphrase.</source>
        <translation>Un collègue qui tape ici sa phrase de passe garde son accès. Les autres sont réadmis plus tard, avec leur phrase de passe actuelle.</translation>
    </message>
    <message>
        <source>Re&amp;write the vault</source>
        <translation>&amp;Réécrire le coffre</translation>
    </message>
    <message>
        <source>The vault is rewritten.</source>
        <translation>Le coffre est réécrit.</translation>
    </message>
    <message>
        <source>Rewriting the vault</source>
        <translation>Réécriture du coffre</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Release the sealed package</source>
        <translation>Remettre le paquet scellé</translation>
    </message>
    <message>
        <source>Two persons approve exactly this content for exactly these recipients.</source>
        <translation>Deux personnes approuvent exactement ce contenu pour exactement ces destinataires.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Liasse</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Why a sealed identity travels</source>
        <translation>Pourquoi une identité scellée voyage</translation>
    </message>
    <message>
        <source>Re&amp;fuse the release…</source>
        <translation>Re&amp;fuser la remise…</translation>
    </message>
    <message>
        <source>{number}
Unencrypted: everybody who sees the folder reads it.</source>
        <translation>{number}
Non chiffré&#xa0;: quiconque voit le dossier le lit.</translation>
    </message>
    <message>
        <source>Telephone number outside the envelope</source>
        <translation>Numéro de téléphone hors de l&apos;enveloppe</translation>
    </message>
    <message>
        <source>&amp;Sign and seal</source>
        <translation>&amp;Signer et sceller</translation>
    </message>
    <message>
        <source>The package is written, and what was written is read again.</source>
        <translation>Le paquet est écrit, et ce qui a été écrit est relu.</translation>
    </message>
    <message>
        <source>Why it leaves unsearched</source>
        <translation>Pourquoi cela part sans recherche</translation>
    </message>
    <message>
        <source>Files that travel</source>
        <translation>Fichiers qui partent</translation>
    </message>
    <message>
        <source>Files that stay</source>
        <translation>Fichiers qui restent</translation>
    </message>
    <message numerus="yes">
        <source>{exhibit} (%n file(s))</source>
        <translation>
            <numerusform>{exhibit} (%n fichier)</numerusform>
            <numerusform>{exhibit} (%n fichiers)</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>with a new passphrase in words ({language}), shown once it is written</source>
        <translation>avec une nouvelle phrase secrète en mots ({language}), montrée une fois qu&apos;il est écrit</translation>
    </message>
    <message>
        <source>Opens too</source>
        <translation>S&apos;ouvre aussi</translation>
    </message>
    <message>
        <source>Continue the sealed package</source>
        <translation>Continuer le paquet scellé</translation>
    </message>
</context>
<context>
    <name>RenderedByDialog</name>
    <message>
        <source>Who rendered these turns?</source>
        <translation>Qui a rendu ces interventions&#xa0;?</translation>
    </message>
    <message>
        <source>The words stay as they are. What an interpreter certified keeps its author, and so does each turn that names one.</source>
        <translation>Les mots restent tels quels. Ce qu&apos;un interprète a certifié garde son auteur, de même que chaque intervention qui en nomme un.</translation>
    </message>
    <message>
        <source>&amp;Rendered by</source>
        <translation>&amp;Rendu par</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>À choisir</translation>
    </message>
    <message>
        <source>&amp;Between</source>
        <translation>&amp;Entre</translation>
    </message>
    <message>
        <source>&amp;Name them</source>
        <translation>&amp;Nommer</translation>
    </message>
    <message>
        <source>Please say between which languages this person rendered.</source>
        <translation>Indiquez entre quelles langues cette personne a rendu.</translation>
    </message>
    <message>
        <source>Please choose who rendered them.</source>
        <translation>Choisissez qui les a rendues.</translation>
    </message>
    <message>
        <source>None of these turns lacks an author.</source>
        <translation>Aucune de ces interventions n&apos;est sans auteur.</translation>
    </message>
    <message>
        <source>All without an author</source>
        <translation>Toutes celles sans auteur</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} et {other}</translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) get this author.</source>
        <translation>
            <numerusform>%n interprétation reçoit cet auteur.</numerusform>
            <numerusform>%n interprétations reçoivent cet auteur.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderingKindDialog</name>
    <message>
        <source>What are these words?</source>
        <translation>Que sont ces paroles&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Kind of rendering</source>
        <translation>&amp;Type de rendu</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Please say which of the two they are.</source>
        <translation>Indiquez lequel des deux c’est.</translation>
    </message>
    <message>
        <source>The record is for what the interpreter said during the interview. A written translation is made on the page Translations; what you typed here stays unsaved until you discard it.</source>
        <translation>Le procès-verbal reçoit ce que l&apos;interprète a dit pendant l&apos;audition. Une traduction écrite se fait à la page Traductions&#xa0;; ce que vous avez tapé ici reste non enregistré jusqu&apos;à ce que vous l&apos;abandonniez.</translation>
    </message>
    <message>
        <source>To &amp;Translations</source>
        <translation>Aller aux &amp;traductions</translation>
    </message>
</context>
<context>
    <name>RenderingStrip</name>
    <message>
        <source>Author not said</source>
        <translation>Auteur non précisé</translation>
    </message>
    <message>
        <source>Rendered by</source>
        <translation>Rendu par</translation>
    </message>
    <message>
        <source>&amp;Rendered by</source>
        <translation>&amp;Rendu par</translation>
    </message>
    <message>
        <source>Set the state</source>
        <translation>Donner un état</translation>
    </message>
    <message>
        <source>State of the rendering</source>
        <translation>État du rendu</translation>
    </message>
    <message>
        <source>St&amp;ate</source>
        <translation>Ét&amp;at</translation>
    </message>
    <message>
        <source>Re-read: it still &amp;holds</source>
        <translation>Relu&#xa0;: toujours e&amp;xact</translation>
    </message>
    <message>
        <source>Certif&amp;y…</source>
        <translation>Certif&amp;ier…</translation>
    </message>
    <message>
        <source>Certification…</source>
        <translation>Certification…</translation>
    </message>
    <message>
        <source>{kind} into {language}</source>
        <translation>{kind} en {language}</translation>
    </message>
    <message>
        <source>by {name}, {at}</source>
        <translation>par {name}, {at}</translation>
    </message>
    <message>
        <source>After the reading back, the author of a rendition can no longer be named.</source>
        <translation>Après la relecture, l’auteur d’une interprétation ne peut plus être indiqué.</translation>
    </message>
    <message>
        <source>Save or discard what is typed first: only saved words can be certified.</source>
        <translation>Enregistrez ou abandonnez d&apos;abord ce qui est écrit&#xa0;: seul un texte enregistré peut être certifié.</translation>
    </message>
</context>
<context>
    <name>RenewCodeDialog</name>
    <message>
        <source>A new recovery code</source>
        <translation>Un nouveau code de secours</translation>
    </message>
    <message>
        <source>As soon as the new code is made, your present sheet no longer opens the vault.</source>
        <translation>Dès que le nouveau code est fait, votre feuille actuelle n&apos;ouvre plus le coffre.</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>&amp;Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Votre propre phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Make the code</source>
        <translation>&amp;Faire le code</translation>
    </message>
    <message>
        <source>Please type your own passphrase too: this changes who can open the vault.</source>
        <translation>Veuillez taper aussi votre propre phrase de passe&#xa0;: cela change qui peut ouvrir le coffre.</translation>
    </message>
    <message>
        <source>The new code is made. This takes a few seconds.</source>
        <translation>Le nouveau code est créé. Cela prend quelques secondes.</translation>
    </message>
</context>
<context>
    <name>RestoreModel</name>
    <message>
        <source>Or tick the box above to restore what is undamaged. The rest is named.</source>
        <translation>Ou cochez la case ci-dessus pour restaurer ce qui est intact. Le reste est nommé.</translation>
    </message>
</context>
<context>
    <name>RestoreView</name>
    <message>
        <source>Every part is compared before the new folder gets its name. The event chain records that the vault was restored, by whom and why.</source>
        <translation>Chaque partie est comparée avant que le nouveau dossier ne reçoive son nom. La chaîne d&apos;événements consigne que le coffre a été restauré, par qui et pourquoi.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Dossier de la sauvegarde</translation>
    </message>
    <message>
        <source>F&amp;older of the backup</source>
        <translation>D&amp;ossier de la sauvegarde</translation>
    </message>
    <message>
        <source>&amp;New folder</source>
        <translation>&amp;Nouveau dossier</translation>
    </message>
    <message>
        <source>New folder of the vault</source>
        <translation>Nouveau dossier du coffre</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>&amp;Phrase de passe de la sauvegarde</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Phrase de passe de la sauvegarde</translation>
    </message>
    <message>
        <source>Recovery &amp;code of that time</source>
        <translation>&amp;Code de secours de l&apos;époque</translation>
    </message>
    <message>
        <source>Which backup, and &amp;why</source>
        <translation>Quelle sauvegarde, et pour&amp;quoi</translation>
    </message>
    <message>
        <source>Restore what is undamaged, and name t&amp;he rest</source>
        <translation>Restaurer ce qui est int&amp;act, et nommer le reste</translation>
    </message>
    <message>
        <source>Please type a passphrase or code from the time of the backup.</source>
        <translation>Veuillez taper une phrase de passe ou un code de l&apos;époque de la sauvegarde.</translation>
    </message>
    <message>
        <source>The newer vault is lost: give up &amp;what it held</source>
        <translation>Le coffre plus récent est perdu&#xa0;: abandonner ce &amp;qu&apos;il contenait</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Resta&amp;urer</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>C&amp;ontinuer</translation>
    </message>
    <message>
        <source>Use a passphra&amp;se</source>
        <translation>Utiliser une p&amp;hrase de passe</translation>
    </message>
    <message>
        <source>Use the recovery co&amp;de</source>
        <translation>Utiliser le co&amp;de de secours</translation>
    </message>
    <message>
        <source>Please choose the folder of the backup.</source>
        <translation>Veuillez choisir le dossier de la sauvegarde.</translation>
    </message>
    <message>
        <source>Please choose a new folder for the vault.</source>
        <translation>Veuillez choisir un nouveau dossier pour le coffre.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Il faut un motif. Veuillez écrire pourquoi.</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Restauration de la sauvegarde</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>The vault is restored without these:</source>
        <translation>Le coffre est restauré, sans ce qui suit&#xa0;:</translation>
    </message>
</context>
<context>
    <name>RestoredCard</name>
    <message>
        <source>A backup was restored…</source>
        <translation>Une sauvegarde a été restaurée…</translation>
    </message>
    <message>
        <source>The entries of this vault are not those that this computer remembers</source>
        <translation>Les entrées de ce coffre ne sont pas celles que cet ordinateur retient</translation>
    </message>
    <message>
        <source>This vault is older than what this computer remembers</source>
        <translation>Ce coffre est plus ancien que ce que cet ordinateur retient</translation>
    </message>
    <message>
        <source>This computer remembers</source>
        <translation>Cet ordinateur retient</translation>
    </message>
    <message>
        <source>In this vault there are</source>
        <translation>Ce coffre contient</translation>
    </message>
    <message>
        <source>It can be read, but nothing is written to it until somebody confirms what happened. Look first for the newer vault. If nobody restored a backup, leave this one as it is, and find out who had access.</source>
        <translation>Il peut être lu, mais rien n&apos;y est écrit tant que personne ne confirme ce qui s&apos;est passé. Cherchez d&apos;abord le coffre plus récent. Si personne n&apos;a restauré de sauvegarde, laissez celui-ci tel quel et cherchez qui y a eu accès.</translation>
    </message>
    <message>
        <source>A judge, a prosecutor or an administrator can confirm that a backup was restored.</source>
        <translation>Un juge, un procureur ou un administrateur peut confirmer qu&apos;une sauvegarde a été restaurée.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries}, the last of them {when}, short code {code}</source>
        <translation>{entries}, la dernière du {when}, code court {code}</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Bundle {number} is signed</source>
        <translation>La liasse {number} est signée</translation>
    </message>
    <message>
        <source>Checks that anybody can repeat</source>
        <translation>Contrôles que chacun peut refaire</translation>
    </message>
    <message>
        <source>&amp;Note that it was sent…</source>
        <translation>&amp;Noter l&apos;envoi…</translation>
    </message>
    <message>
        <source>The saved file was read again and verified. Everything is valid.</source>
        <translation>Le fichier enregistré a été relu et vérifié. Tout est valide.</translation>
    </message>
    <message>
        <source>The saved file was read again. Nothing is invalid, but not everything could be confirmed.</source>
        <translation>Le fichier enregistré a été relu. Rien n&apos;est invalide, mais tout n&apos;a pas pu être confirmé.</translation>
    </message>
    <message>
        <source>The saved file is not valid. Do not hand it over.</source>
        <translation>Le fichier enregistré n&apos;est pas valide. Ne le remettez pas.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalité</translation>
    </message>
    <message>
        <source>&amp;Encrypt for the recipients…</source>
        <translation>C&amp;hiffrer pour les destinataires…</translation>
    </message>
    <message>
        <source>Make the sealed &amp;package…</source>
        <translation>Faire le &amp;paquet scellé…</translation>
    </message>
    <message>
        <source>&amp;Identity annex…</source>
        <translation>Annexe d&apos;i&amp;dentité…</translation>
    </message>
    <message>
        <source>{number} is closed for its recipients. When it was sent, note it in the log.</source>
        <translation>{number} est chiffré pour ses destinataires. Une fois l&apos;envoi fait, notez-le dans les envois.</translation>
    </message>
    <message>
        <source>Noted as {number} in the log of transmissions.</source>
        <translation>Noté sous le numéro {number} dans les envois.</translation>
    </message>
    <message>
        <source>Identity annex {number} is written. Tell its SHA-256 in another way: {digest}</source>
        <translation>L&apos;annexe d&apos;identité {number} est écrite. Dites son SHA-256 par une autre voie&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>Note that it was sent</source>
        <translation>Noter l&apos;envoi</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>The program sends nothing: when, how and by whom it was sent, only you can say. What it is, and the order or request under which it was released, stand here where they are known.</source>
        <translation>Le programme n&apos;envoie rien&#xa0;: vous seul pouvez dire quand, comment et par qui l&apos;envoi a été fait. Ce qui est envoyé, et la décision ou la demande sous laquelle il a été libéré, figurent ici s&apos;ils sont connus.</translation>
    </message>
    <message>
        <source>Note that the anne&amp;x was sent…</source>
        <translation>Noter l&apos;envoi de l&apos;anne&amp;xe…</translation>
    </message>
</context>
<context>
    <name>RetireDialog</name>
    <message>
        <source>Retire {name}</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>This user loses all access to the vault and every key. What they did and signed stays in their name and can still be verified.</source>
        <translation>Cet utilisateur perd tout accès au coffre et toute clé. Ce qu&apos;il a fait et signé reste à son nom et vérifiable.</translation>
    </message>
    <message>
        <source>The user&apos;s access and keys are being removed.</source>
        <translation>Les clés et les accès de l&apos;utilisateur sont retirés.</translation>
    </message>
    <message>
        <source>Re&amp;tire</source>
        <translation>Re&amp;tirer</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>What came back</source>
        <translation>Ce qui est rendu</translation>
    </message>
    <message>
        <source>The store holds together, and everything in it is signed by the interpreter.</source>
        <translation>Le dépôt est intact, et tout ce qu&apos;il contient est signé par l&apos;interprète.</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>This was merged already; nothing is new.</source>
        <translation>Cela est déjà intégré&#xa0;; rien n&apos;est nouveau.</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Intégrer</translation>
    </message>
    <message>
        <source>The work is being merged…</source>
        <translation>Le travail est en cours d&apos;intégration…</translation>
    </message>
    <message>
        <source>The interpreter declared what was asked before the record opened.</source>
        <translation>L&apos;interprète a déclaré ce qui était demandé avant que le procès-verbal s&apos;ouvre.</translation>
    </message>
    <message>
        <source>The interpreter declined, and the record did not open to them.</source>
        <translation>L&apos;interprète a refusé, et le procès-verbal ne s&apos;est pas ouvert.</translation>
    </message>
    <message>
        <source>Against their independence: {named}.</source>
        <translation>Contre son indépendance&#xa0;: {named}.</translation>
    </message>
    <message>
        <source>They say: {note}</source>
        <translation>Il dit&#xa0;: {note}</translation>
    </message>
    <message>
        <source>Entries of the glossary that stay as they stand here, also changed there: {terms}.</source>
        <translation>Entrées du glossaire qui restent telles qu&apos;elles sont ici, modifiées là-bas aussi&#xa0;: {terms}.</translation>
    </message>
    <message>
        <source>{here} (there: {there})</source>
        <translation>{here} (là-bas&#xa0;: {there})</translation>
    </message>
    <message numerus="yes">
        <source>and %n more turn(s)</source>
        <translation>
            <numerusform>et %n autre intervention</numerusform>
            <numerusform>et %n autres interventions</numerusform>
        </translation>
    </message>
    <message>
        <source>A version of an earlier source is merged, and waits to be rendered again: close the assignment then, and give the job out once more.</source>
        <translation>Une version d&apos;une source antérieure est intégrée et attend d&apos;être traduite à nouveau&#xa0;: clôturez ensuite le travail confié, et confiez-le encore une fois.</translation>
    </message>
    <message>
        <source>A version of a turn that was struck out is merged, and not printed.</source>
        <translation>Une version d’une intervention qui a été rayée est intégrée, et n&apos;est pas imprimée.</translation>
    </message>
    <message>
        <source>Turn {turn} was struck out since</source>
        <translation>L&apos;intervention {turn} a été rayée depuis</translation>
    </message>
    <message>
        <source>The source of turn {turn} changed since</source>
        <translation>La source de l&apos;intervention {turn} a changé depuis</translation>
    </message>
    <message>
        <source>As it was rendered: {words}</source>
        <translation>Telle qu&apos;elle a été traduite&#xa0;: {words}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>As it is now: {words}</source>
        <translation>Telle qu&apos;elle est maintenant&#xa0;: {words}</translation>
    </message>
    <message>
        <source>The rendering: {words}</source>
        <translation>La traduction&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Turn {turn} is disputed</source>
        <translation>L&apos;intervention {turn} est contestée</translation>
    </message>
    <message>
        <source>The version: {words}</source>
        <translation>La version&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Theirs: {words}</source>
        <translation>La sienne&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Their reason: {words}</source>
        <translation>Son motif&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>ReturnsCard</name>
    <message>
        <source>Answer for it…</source>
        <translation>En répondre…</translation>
    </message>
    <message>
        <source>A return is not as its interpreter signed it</source>
        <translation>Un retour n&apos;est pas tel que son interprète l&apos;a signé</translation>
    </message>
    <message>
        <source>The vault can be read, but nothing is written to it until somebody answers for this. Look first at the entry that is named below, and ask the interpreter what they handed back.</source>
        <translation>Le coffre peut être lu, mais rien n&apos;y est écrit tant que personne n&apos;en répond. Voyez d&apos;abord l&apos;entrée nommée ci-dessous, et demandez à l&apos;interprète ce qu&apos;il a rendu.</translation>
    </message>
    <message>
        <source>A judge or a prosecutor can answer for it.</source>
        <translation>Un juge ou un procureur peut en répondre.</translation>
    </message>
</context>
<context>
    <name>RevealDialog</name>
    <message>
        <source>Reveal the identity of {person}?</source>
        <translation>Révéler l&apos;identité de {person}&#xa0;?</translation>
    </message>
    <message>
        <source>The event chain records that you viewed it, when, and the reason that you type here.</source>
        <translation>La chaîne d&apos;événements consigne votre consultation, son moment et le motif que vous tapez ici.</translation>
    </message>
    <message>
        <source>Reason for revealing it</source>
        <translation>Motif de la révélation</translation>
    </message>
    <message>
        <source>Reason for revealin&amp;g it</source>
        <translation>&amp;Motif de la révélation</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Révéler</translation>
    </message>
</context>
<context>
    <name>RevealWordsDialog</name>
    <message>
        <source>Show the words of the claims about {person}?</source>
        <translation>Montrer les mots des déclarations sur {person}&#xa0;?</translation>
    </message>
</context>
<context>
    <name>RevealedDialog</name>
    <message>
        <source>This window closes by itself in a minute.</source>
        <translation>Cette fenêtre se ferme d&apos;elle-même dans une minute.</translation>
    </message>
    <message>
        <source>Another &amp;minute</source>
        <translation>Une &amp;minute de plus</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <source>&amp;Agree, go on</source>
        <translation>&amp;Approuver, continuer</translation>
    </message>
    <message>
        <source>&amp;Dispute…</source>
        <translation>C&amp;ontester…</translation>
    </message>
    <message>
        <source>{name}, version {number}</source>
        <translation>{name}, version {number}</translation>
    </message>
    <message>
        <source>Your version, {at}: {reason}</source>
        <translation>Votre version, {at}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Not signed by its author: nothing to revise</source>
        <translation>Non signée par son auteur&#xa0;: rien à réviser</translation>
    </message>
    <message>
        <source>You said nothing yet</source>
        <translation>Vous n&apos;avez encore rien dit</translation>
    </message>
    <message>
        <source>Changed since you said: {word}</source>
        <translation>Modifiée depuis votre avis&#xa0;: {word}</translation>
    </message>
    <message>
        <source>You revise the work of {name}. Turns: {done} of {all}</source>
        <translation>Vous révisez le travail de {name}. Interventions&#xa0;: {done} sur {all}</translation>
    </message>
    <message>
        <source>Agree with a turn that you dispute?</source>
        <translation>Approuver une intervention que vous contestez&#xa0;?</translation>
    </message>
    <message>
        <source>Your last word counts: then your dispute no longer does. Both stay readable.</source>
        <translation>Votre dernier mot compte&#xa0;: votre contestation ne compte alors plus. Les deux restent lisibles.</translation>
    </message>
    <message>
        <source>&amp;Agree with it</source>
        <translation>L&apos;&amp;approuver</translation>
    </message>
    <message>
        <source>You disputed these words in a former version</source>
        <translation>Vous avez contesté ces mots dans une version antérieure</translation>
    </message>
</context>
<context>
    <name>RightsGrid</name>
    <message>
        <source>An interpreter has none of these rights: they sign at a colleague&apos;s desk. Identities, individual assessments and key material have separate keys. A function gets such a key only if it has the right to open them.</source>
        <translation>Un interprète n&apos;a aucun de ces droits&#xa0;: il signe au poste d&apos;un collègue. Les identités, les évaluations individuelles et les clés secrètes ont des clés distinctes. Une fonction ne reçoit une telle clé que si elle a le droit de les ouvrir.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droit</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Roles of {person}</source>
        <translation>Qualités de {person}</translation>
    </message>
    <message>
        <source>Proceeding</source>
        <translation>Procédure</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Basis (office)</source>
        <translation>Fondement (interne)</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Donné par</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Donné le</translation>
    </message>
    <message>
        <source>Given under</source>
        <translation>Donné en vertu de</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Qualités</translation>
    </message>
    <message>
        <source>No role is recorded.</source>
        <translation>Aucune qualité n’est inscrite.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Strike out the role {role} of {person}?</source>
        <translation>Biffer la qualité {role} de {person}&#xa0;?</translation>
    </message>
    <message>
        <source>It was entered in error: it stays readable with your reason.</source>
        <translation>Elle a été enregistrée par erreur&#xa0;: elle reste lisible avec votre motif.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Biffer</translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message>
        <source>Struck out</source>
        <translation>Biffé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Strike out…</source>
        <translation>&amp;Biffer…</translation>
    </message>
    <message>
        <source>Add the first entry with the button below.</source>
        <translation>Ajoutez la première entrée avec le bouton ci-dessous.</translation>
    </message>
    <message>
        <source>Read in f&amp;ull…</source>
        <translation>&amp;Lire en entier…</translation>
    </message>
</context>
<context>
    <name>SafetyDialog</name>
    <message>
        <source>A concern for safety</source>
        <translation>Une inquiétude pour la sécurité</translation>
    </message>
    <message>
        <source>Say who is in danger or afraid, and of what. It is sealed for the magistrates at once: nobody else reads it, and it is not shown here again.</source>
        <translation>Dites qui est en danger ou a peur, et de quoi. C&apos;est scellé aussitôt pour les magistrats&#xa0;: personne d&apos;autre ne le lit, et ce n&apos;est plus montré ici.</translation>
    </message>
</context>
<context>
    <name>SameBytesDialog</name>
    <message>
        <source>The same bytes are in the case already</source>
        <translation>Les mêmes octets sont déjà dans le dossier</translation>
    </message>
    <message>
        <source>Each exhibit keeps its own copy, so that one can be returned or erased without the other.</source>
        <translation>Chaque pièce garde sa propre copie, pour que l&apos;une puisse être restituée ou effacée sans l&apos;autre.</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Ce fichier</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Its file</source>
        <translation>Son fichier</translation>
    </message>
    <message>
        <source>Files with the same bytes</source>
        <translation>Fichiers avec les mêmes octets</translation>
    </message>
    <message>
        <source>&amp;Go to this exhibit</source>
        <translation>&amp;Aller à cette pièce</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Words, “a phrase”, a number, a beginning*</source>
        <translation>Mots, “suite de mots”, numéro, début*</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>Autre langue</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Nothing is found yet.</source>
        <translation>Rien n&apos;est encore trouvé.</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Montrer l&apos;endroit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The index is made: {percent} %</source>
        <translation>L&apos;index est en cours de création&#xa0;: {percent} %</translation>
    </message>
    <message>
        <source>{written} is searched as {kind} too.</source>
        <translation>{written} est aussi recherché comme {kind}.</translation>
    </message>
    <message>
        <source>Not searched, because you may not read it: {kinds}.</source>
        <translation>Non recherché, car vous ne pouvez pas le lire&#xa0;: {kinds}.</translation>
    </message>
    <message>
        <source>In another script or alike in sound, and last: {kinds}. In quotation marks only what is written so is found.</source>
        <translation>Dans une autre écriture ou de même son, et à la fin&#xa0;: {kinds}. Entre guillemets, seul ce qui est écrit ainsi est trouvé.</translation>
    </message>
    <message>
        <source>turn {number}</source>
        <translation>intervention {number}</translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation>partie {number}</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>biffé</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Imprim&amp;er…</translation>
    </message>
    <message>
        <source>Country c&amp;ode</source>
        <translation>&amp;Indicatif du pays</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>{hits}: {kinds}.</source>
        <translation>{hits}&#xa0;: {kinds}.</translation>
    </message>
    <message numerus="yes">
        <source>in %n file(s)</source>
        <translation>
            <numerusform>dans %n fichier</numerusform>
            <numerusform>dans %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n person(s)</source>
        <translation>
            <numerusform>de %n personne</numerusform>
            <numerusform>de %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n exhibit(s)</source>
        <translation>
            <numerusform>de %n pièce</numerusform>
            <numerusform>de %n pièces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n record(s)</source>
        <translation>
            <numerusform>dans %n procès-verbal</numerusform>
            <numerusform>dans %n procès-verbaux</numerusform>
        </translation>
    </message>
    <message>
        <source>A number without a country code is taken as one of {code}, the country of this case. Empty the country code to find it in every country.</source>
        <translation>Un numéro sans indicatif est pris pour un numéro de {code}, le pays de ce dossier. Videz l&apos;indicatif pour le trouver dans tous les pays.</translation>
    </message>
    <message>
        <source>A number without a country code is taken as one of {code}.</source>
        <translation>Un numéro sans indicatif est pris pour un numéro de {code}.</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Conserver cette recherche</translation>
    </message>
    <message>
        <source>Name of this kept search</source>
        <translation>Nom de cette recherche conservée</translation>
    </message>
    <message>
        <source>Nothing was found. A star finds what begins so: passport* finds passports too.</source>
        <translation>Rien n&apos;a été trouvé. Un astérisque trouve ce qui commence ainsi&#xa0;: passeport* trouve aussi passeports.</translation>
    </message>
    <message>
        <source>page {number} as read by a machine</source>
        <translation>page {number}, lue par une machine</translation>
    </message>
    <message>
        <source>This kept search cannot be read: somebody else changed it. Remove it, and keep it again.</source>
        <translation>Cette recherche conservée est illisible&#xa0;: quelqu&apos;un d&apos;autre l&apos;a modifiée. Supprimez-la et conservez-la à nouveau.</translation>
    </message>
    <message>
        <source>They stand in the order of their entry, and not the best first.</source>
        <translation>Ils sont dans l’ordre de leur saisie, et non les meilleurs d’abord.</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Second person</source>
        <translation>Seconde personne</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>Phrase de passe de la seconde personne</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>Sa phrase de passe</translation>
    </message>
    <message>
        <source>Reason for acting alone</source>
        <translation>Pourquoi sans seconde personne</translation>
    </message>
    <message>
        <source>Finding who could be the second person…</source>
        <translation>Recherche de qui pourrait être la seconde personne…</translation>
    </message>
    <message>
        <source>This takes two persons, but nobody else here could approve it. The reason is recorded.</source>
        <translation>Il faut deux personnes, mais personne d&apos;autre ici ne peut approuver. Le motif est consigné.</translation>
    </message>
    <message>
        <source>Please write why you do this alone.</source>
        <translation>Veuillez écrire pourquoi vous le faites sans seconde personne.</translation>
    </message>
    <message>
        <source>The second person types their passphrase here.</source>
        <translation>La seconde personne tape sa phrase de passe ici.</translation>
    </message>
    <message>
        <source>This takes two persons: a colleague approves it at this desk.</source>
        <translation>Il faut deux personnes&#xa0;: un collègue approuve à ce poste.</translation>
    </message>
</context>
<context>
    <name>SectionButtons</name>
    <message>
        <source>Clai&amp;ms…</source>
        <translation>Déclarations…</translation>
    </message>
    <message>
        <source>Roles…</source>
        <translation>Qualités…</translation>
    </message>
    <message>
        <source>Enter the identity…</source>
        <translation>Enregistrer l&apos;identité…</translation>
    </message>
    <message>
        <source>Reveal the &amp;identity…</source>
        <translation>Révéler l&apos;&amp;identité…</translation>
    </message>
    <message>
        <source>Individual a&amp;ssessment…</source>
        <translation>Éva&amp;luation individuelle…</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>A&amp;jouter…</translation>
    </message>
    <message>
        <source>Pay table…</source>
        <translation>Tableau des salaires…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Go to the source</source>
        <translation>Aller à la source</translation>
    </message>
    <message>
        <source>Check the balances</source>
        <translation>Vérifier les soldes</translation>
    </message>
    <message>
        <source>Board…</source>
        <translation>Tableau…</translation>
    </message>
    <message>
        <source>Side by side…</source>
        <translation>Côte à côte…</translation>
    </message>
    <message>
        <source>Action day…</source>
        <translation>Journée d&apos;action…</translation>
    </message>
    <message>
        <source>Chronology…</source>
        <translation>Chronologie…</translation>
    </message>
    <message>
        <source>Links…</source>
        <translation>Liens…</translation>
    </message>
    <message>
        <source>Money flow…</source>
        <translation>Flux d&apos;argent…</translation>
    </message>
    <message>
        <source>Bank&apos;s words…</source>
        <translation>Mots de la banque…</translation>
    </message>
    <message>
        <source>Advertisements…</source>
        <translation>Annonces…</translation>
    </message>
</context>
<context>
    <name>SegmentDelegate</name>
    <message>
        <source>Turn {number}, {language}</source>
        <translation>Intervention {number}, {language}</translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <source>Account</source>
        <translation>Déclarations</translation>
    </message>
</context>
<context>
    <name>SegmentsModel</name>
    <message>
        <source>{language}  ·  {side}</source>
        <translation>{language}  ·  {side}</translation>
    </message>
    <message>
        <source>person heard</source>
        <translation>personne entendue</translation>
    </message>
    <message>
        <source>language of the file</source>
        <translation>langue du dossier</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>also in {languages}, not shown</source>
        <translation>aussi en {languages}, non affiché</translation>
    </message>
    <message>
        <source>{language}, {origin}: {words}</source>
        <translation>{language}, {origin}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>sans paroles</translation>
    </message>
    <message>
        <source>Original not transcribed</source>
        <translation>Original non transcrit</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>said in {language}</source>
        <translation>dit en {language}</translation>
    </message>
    <message>
        <source>{kind}, author not said</source>
        <translation>{kind}, auteur non précisé</translation>
    </message>
    <message>
        <source>{kind}, {author}</source>
        <translation>{kind}, {author}</translation>
    </message>
    <message>
        <source>Correction at the reading back</source>
        <translation>Correction demandée lors de la relecture</translation>
    </message>
    <message>
        <source>Correction at the reading back, {language}</source>
        <translation>Correction demandée lors de la relecture, {language}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Rectified: see {number}</source>
        <translation>Rectifié&#xa0;: voir {number}</translation>
    </message>
    <message>
        <source>{kind} ({mode})</source>
        <translation>{kind} ({mode})</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Biffé</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Not rendered</source>
        <translation>Non traduit</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>langue relais</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>{language}, original</source>
        <translation>{language}, original</translation>
    </message>
    <message>
        <source>{kind}, {language}: {words}</source>
        <translation>{kind}, {language}&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>SendBackDialog</name>
    <message>
        <source>It opens with a key of the office alone. You can go on afterwards, and send another one, until the office closes the work.</source>
        <translation>Il s&apos;ouvre avec une clé du cabinet seulement. Vous pouvez continuer ensuite et en envoyer un autre, jusqu&apos;à ce que le cabinet close le travail.</translation>
    </message>
    <message>
        <source>The record stays closed. What you declared can go back to the office.</source>
        <translation>Le procès-verbal reste fermé. Ce que vous avez déclaré peut revenir au cabinet.</translation>
    </message>
    <message>
        <source>Write the packet for the office</source>
        <translation>Écrire le paquet pour le cabinet</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Parc&amp;ourir…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>&amp;Nouveau dossier</translation>
    </message>
    <message>
        <source>W&amp;rite it</source>
        <translation>Écr&amp;ire</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>The packet is written, and what was written is read again.</source>
        <translation>Le paquet est écrit, et ce qui est écrit est relu.</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send out job {number}</source>
        <translation>Envoyer le travail {number}</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Forme</translation>
    </message>
    <message>
        <source>XLIFF 2.1, for a translation program</source>
        <translation>XLIFF 2.1, pour un logiciel de traduction</translation>
    </message>
    <message>
        <source>Table for Word (DOCX)</source>
        <translation>Tableau pour Word (DOCX)</translation>
    </message>
    <message>
        <source>Table for Excel (XLSX)</source>
        <translation>Tableau pour Excel (XLSX)</translation>
    </message>
    <message>
        <source>Not the job: memory or glossary alone</source>
        <translation>Pas le travail&#xa0;: mémoire ou glossaire seuls</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Destinataire</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>Mo&amp;tif</translation>
    </message>
    <message>
        <source>With the &amp;memory of the case (TMX): words of other persons too</source>
        <translation>Avec la &amp;mémoire du dossier (TMX)&#xa0;: aussi des paroles d&apos;autres personnes</translation>
    </message>
    <message>
        <source>With the &amp;glossary of the case (TBX)</source>
        <translation>Avec le &amp;glossaire du dossier (TBX)</translation>
    </message>
    <message>
        <source>Please choose what goes out.</source>
        <translation>Choisissez ce qui est envoyé.</translation>
    </message>
    <message>
        <source>Please choose the memory or the glossary too.</source>
        <translation>Choisissez aussi la mémoire ou le glossaire.</translation>
    </message>
    <message>
        <source>Please write to whom it goes.</source>
        <translation>Écrivez à qui cela est envoyé.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Un motif est nécessaire. Écrivez pourquoi.</translation>
    </message>
    <message>
        <source>The files are being made…</source>
        <translation>Création des fichiers…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>The files are in clear: whoever has them can read the testimony. Give them by a protected way only. To whom and why stays in the event chain.</source>
        <translation>Les fichiers sont en clair&#xa0;: qui les a peut lire le témoignage. Transmettez-les seulement par une voie protégée. La chaîne d&apos;événements garde à qui et pourquoi.</translation>
    </message>
    <message>
        <source>Ma&amp;ke the files</source>
        <translation>&amp;Créer les fichiers</translation>
    </message>
    <message>
        <source>Send the work of {name}</source>
        <translation>Envoyer le travail de {name}</translation>
    </message>
    <message>
        <source>It leaves in a packet, and goes on at the interpreter&apos;s laptop alone. It opens there after a declaration about secrecy and independence. What left cannot be called back.</source>
        <translation>Il part dans un paquet et se poursuit sur le portable de l&apos;interprète seulement. Il s&apos;y ouvre après une déclaration sur le secret et l&apos;indépendance. Ce qui est parti ne peut pas être rappelé.</translation>
    </message>
    <message>
        <source>Certificate of the interpreter</source>
        <translation>Certificat de l&apos;interprète</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Certificate of the interpreter</source>
        <translation>&amp;Certificat de l&apos;interprète</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>Son &amp;empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation>Sans phrase secrète</translation>
    </message>
    <message>
        <source>New &amp;passphrase in words</source>
        <translation>Nouvelle phrase secrète en &amp;mots</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Parc&amp;ourir…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>&amp;Nouveau dossier</translation>
    </message>
    <message>
        <source>Name a certificate whose fingerprint they told you, or choose a passphrase, or both.</source>
        <translation>Nommez un certificat dont l&apos;interprète vous a dit l&apos;empreinte, ou choisissez une phrase secrète, ou les deux.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>En&amp;voyer</translation>
    </message>
    <message>
        <source>Please choose the file with the certificate.</source>
        <translation>Choisissez le fichier du certificat.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the interpreter tells it.</source>
        <translation>Tapez l&apos;empreinte telle que l&apos;interprète la dit.</translation>
    </message>
    <message>
        <source>Please name a certificate, or choose a passphrase.</source>
        <translation>Nommez un certificat, ou choisissez une phrase secrète.</translation>
    </message>
    <message>
        <source>The packet is written, and what was written is read again.</source>
        <translation>Le paquet est écrit, et ce qui est écrit est relu.</translation>
    </message>
</context>
<context>
    <name>SentBackDialog</name>
    <message>
        <source>The packet is written</source>
        <translation>Le paquet est écrit</translation>
    </message>
    <message>
        <source>Send the whole folder to the office. Tell it this short code in another way, best by telephone: compared on its page Health, it shows whether its vault was set back since.</source>
        <translation>Envoyez tout le dossier au cabinet. Dites-lui ce code court par une autre voie, de préférence par téléphone&#xa0;: comparé à sa page Santé, il montre si son coffre a été ramené en arrière depuis.</translation>
    </message>
    <message>
        <source>Short code of the office when the work left</source>
        <translation>Code court du cabinet au départ du travail</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
</context>
<context>
    <name>SentDialog</name>
    <message>
        <source>The files are made</source>
        <translation>Les fichiers sont créés</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Dossier pour les fichiers</translation>
    </message>
    <message>
        <source>The files are being written…</source>
        <translation>Écriture des fichiers…</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Fermer sans enregistrer&#xa0;?</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Fermer sans enregistrer</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Enregistré dans {folder}.</translation>
    </message>
    <message>
        <source>The event chain keeps their digests. Save them now: they are kept nowhere in the vault.</source>
        <translation>La chaîne d&apos;événements garde leurs empreintes. Enregistrez-les maintenant&#xa0;: le coffre ne les garde nulle part.</translation>
    </message>
    <message>
        <source>The files are not saved. The event chain says that they were made; make them again to send.</source>
        <translation>Les fichiers ne sont pas enregistrés. La chaîne d&apos;événements dit qu&apos;ils ont été créés&#xa0;; créez-les de nouveau pour les envoyer.</translation>
    </message>
    <message>
        <source>The packet is written</source>
        <translation>Le paquet est écrit</translation>
    </message>
    <message>
        <source>Fingerprint of your root certificate</source>
        <translation>Empreinte de votre certificat racine</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Saved for you on this computer, outside the vault.</source>
        <translation>Gardés pour vous sur cet ordinateur, hors du coffre.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock &amp;after</source>
        <translation>&amp;Verrouiller après</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
</context>
<context>
    <name>SettleReturnsDialog</name>
    <message>
        <source>Answer for this return</source>
        <translation>Répondre de ce retour</translation>
    </message>
    <message>
        <source>Your statement is signed and enters the event chain. What was merged stays in the vault, and each check goes on naming it. What was left out can be merged afterwards, and a packet that was said to have come and never did can still be taken back.</source>
        <translation>Votre déclaration est signée et entre dans la chaîne des événements. Ce qui a été intégré reste dans le coffre, et chaque vérification continue de le nommer. Ce qui a été omis peut être intégré ensuite, et un paquet que l&apos;on dit revenu sans qu&apos;il le soit peut encore être repris.</translation>
    </message>
    <message>
        <source>What was found, and why the office goes on</source>
        <translation>Ce qui a été constaté, et pourquoi l&apos;office poursuit</translation>
    </message>
</context>
<context>
    <name>ShareCard</name>
    <message>
        <source>Share {number}</source>
        <translation>Part {number}</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>Share {number} from a file</source>
        <translation>Part {number} depuis un fichier</translation>
    </message>
    <message>
        <source>Its holder&apos;s passphrase</source>
        <translation>Phrase de passe de son détenteur</translation>
    </message>
    <message>
        <source>Passphrase of share {number}</source>
        <translation>Phrase de passe de la part {number}</translation>
    </message>
    <message>
        <source>The file of a recovery share</source>
        <translation>Le fichier d&apos;une part de secours</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>It is shown only once. Fewer than {needed} shares do not open the vault.</source>
        <translation>Elle n&apos;est montrée que cette fois. Moins de {needed} parts n&apos;ouvrent pas le coffre.</translation>
    </message>
    <message>
        <source>Recovery share</source>
        <translation>Part de secours</translation>
    </message>
    <message>
        <source>&amp;Print the sheet of this share…</source>
        <translation>&amp;Imprimer la feuille de cette part…</translation>
    </message>
    <message>
        <source>&amp;Save it as a file…</source>
        <translation>&amp;Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>I have &amp;kept it</source>
        <translation>Je l&apos;ai &amp;gardée</translation>
    </message>
    <message>
        <source>Save the share</source>
        <translation>Enregistrer la part</translation>
    </message>
    <message>
        <source>Saved. Keep it on a medium of its holder, and nowhere else.</source>
        <translation>Enregistrée. Gardez-la sur un support de son détenteur, et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Please print, copy or save the share first: it is never shown again.</source>
        <translation>Veuillez d&apos;abord imprimer, copier ou enregistrer la part&#xa0;: elle n&apos;est plus jamais montrée.</translation>
    </message>
    <message>
        <source>It could not be written there. Please choose another place.</source>
        <translation>Elle n&apos;a pas pu être écrite là. Veuillez choisir un autre endroit.</translation>
    </message>
</context>
<context>
    <name>SharedDialog</name>
    <message>
        <source>Shared by several sources</source>
        <translation>Commun à plusieurs sources</translation>
    </message>
    <message>
        <source>What occurs in two or more records, exhibits, files, persons, objects or entries of money. That a number or a name is written in two places says that, and nothing more.</source>
        <translation>Ce qui se trouve dans deux procès-verbaux, pièces, fichiers, personnes, objets ou inscriptions d&apos;argent, ou plus. Qu&apos;un numéro ou un nom soit écrit à deux endroits dit cela, et rien de plus.</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les genres</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>What is shared</source>
        <translation>Ce qui est commun</translation>
    </message>
    <message>
        <source>The index is being brought up…</source>
        <translation>L&apos;index est mis à jour…</translation>
    </message>
    <message>
        <source>Where it occurs</source>
        <translation>Où cela se trouve</translation>
    </message>
    <message>
        <source>Choose a line above.</source>
        <translation>Choisissez une ligne ci-dessus.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Links…</source>
        <translation>&amp;Liens…</translation>
    </message>
    <message>
        <source>Go to the s&amp;ource</source>
        <translation>Aller à la s&amp;ource</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What you may not read is left out.</source>
        <translation>Ce que vous ne pouvez pas lire est laissé de côté.</translation>
    </message>
    <message>
        <source>Nothing occurs in several sources.</source>
        <translation>Rien ne se trouve dans plusieurs sources.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>SharesView</name>
    <message>
        <source>Unlock with recovery shares</source>
        <translation>Déverrouiller avec des parts de secours</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>Dossier du coffre</translation>
    </message>
    <message>
        <source>Recovery shares</source>
        <translation>Parts de secours</translation>
    </message>
    <message>
        <source>Deriving the key</source>
        <translation>Dérivation de la clé</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Another share</source>
        <translation>Une &amp;autre part</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
    <message>
        <source>Each holder types their share or loads it from its file, and types their own passphrase.</source>
        <translation>Chaque détenteur tape sa part, ou la fait lire depuis son fichier, puis sa propre phrase de passe.</translation>
    </message>
    <message>
        <source>Please type this share, or load it from its file.</source>
        <translation>Veuillez taper cette part, ou la faire lire depuis son fichier.</translation>
    </message>
    <message>
        <source>{needed} of {total} shares are needed, each with its holder&apos;s passphrase.</source>
        <translation>Il faut {needed} parts sur {total}, chacune avec la phrase de passe de son détenteur.</translation>
    </message>
    <message>
        <source>Please choose the folder of the vault.</source>
        <translation>Veuillez choisir le dossier du coffre.</translation>
    </message>
    <message>
        <source>Please let its holder type their passphrase.</source>
        <translation>Veuillez laisser le détenteur taper sa phrase de passe.</translation>
    </message>
</context>
<context>
    <name>SheetFile</name>
    <message>
        <source>Where the sheet is written</source>
        <translation>Où la fiche est écrite</translation>
    </message>
    <message>
        <source>This file exists already. Please name another.</source>
        <translation>Ce fichier existe déjà. Nommez-en un autre.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) written: {file}</source>
        <translation>
            <numerusform>%n page écrite&#xa0;: {file}</numerusform>
            <numerusform>%n pages écrites&#xa0;: {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Alt with an underlined letter goes to a button or a field. Ctrl with a number opens a page.</source>
        <translation>Alt avec une lettre soulignée mène à un bouton ou à un champ. Ctrl avec un chiffre ouvre une page.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu&apos;elle fait</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Alt with an underlined letter goes to a button or a field.</source>
        <translation>Alt avec une lettre soulignée mène à un bouton ou à un champ.</translation>
    </message>
</context>
<context>
    <name>ShownAssessmentDialog</name>
    <message>
        <source>Individual assessment</source>
        <translation>Évaluation individuelle</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Personal characteristics</source>
        <translation>Caractéristiques personnelles</translation>
    </message>
    <message>
        <source>Nature of the crime</source>
        <translation>Nature de l&apos;infraction</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>Risques</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>Circonstances</translation>
    </message>
    <message>
        <source>Wishes of the person</source>
        <translation>Souhaits de la personne</translation>
    </message>
    <message>
        <source>Measures proposed</source>
        <translation>Mesures proposées</translation>
    </message>
    <message>
        <source>Next review on</source>
        <translation>À revoir le</translation>
    </message>
    <message>
        <source>Communicated to</source>
        <translation>Communiquée à</translation>
    </message>
    <message>
        <source>Refuses special measures</source>
        <translation>Refuse les mesures particulières</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) after it, which nobody can read: check the vault.</source>
        <translation>
            <numerusform>%n version postérieure que personne ne peut lire&#xa0;: contrôlez le coffre.</numerusform>
            <numerusform>%n versions postérieures que personne ne peut lire&#xa0;: contrôlez le coffre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Non montré</translation>
    </message>
</context>
<context>
    <name>ShownKeyMaterialDialog</name>
    <message>
        <source>Secret key material</source>
        <translation>Matériel de clé secrète</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Rendered on the spot</source>
        <translation>Interprété sur place</translation>
    </message>
    <message>
        <source>The chosen turn</source>
        <translation>L&apos;intervention choisie</translation>
    </message>
    <message>
        <source>Beside the turn</source>
        <translation>À côté de l&apos;intervention</translation>
    </message>
    <message>
        <source>Answer again…</source>
        <translation>Répondre encore…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>{kind}, {author}. It is part of the record, not of this job.</source>
        <translation>{kind}, {author}. Cela fait partie du procès-verbal, non de ce travail.</translation>
    </message>
    <message>
        <source>author not said</source>
        <translation>auteur non indiqué</translation>
    </message>
    <message>
        <source>Answer the linguist</source>
        <translation>Répondre au linguiste</translation>
    </message>
    <message>
        <source>Open question at turn {turn}</source>
        <translation>Question ouverte à {turn}</translation>
    </message>
    <message>
        <source>About the file</source>
        <translation>Au sujet du fichier</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Consigné</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Media type, by its name</source>
        <translation>Type de média, selon son nom</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>By its content</source>
        <translation>D&apos;après son contenu</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Type de média</translation>
    </message>
    <message>
        <source>According to the file</source>
        <translation>Selon le fichier</translation>
    </message>
    <message>
        <source>It says nothing of itself.</source>
        <translation>Il ne dit rien de lui-même.</translation>
    </message>
    <message>
        <source>It says more than is shown here.</source>
        <translation>Il en dit plus que ce qui est montré ici.</translation>
    </message>
    <message>
        <source>Turn {turn}: as it was said at the interview. It is no part of the job.</source>
        <translation>Intervention {turn}&#xa0;: ce qui a été dit à l&apos;audition. Cela ne fait pas partie du travail.</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign and save the bundle</source>
        <translation>Signer et enregistrer la liasse</translation>
    </message>
    <message>
        <source>Your signature approves the bundle. An interpreter who certifies signs first, and types their own passphrase.</source>
        <translation>Votre signature approuve la liasse. Un interprète qui certifie signe d&apos;abord, et tape sa propre phrase de passe.</translation>
    </message>
    <message>
        <source>Passphrase of the interpreter</source>
        <translation>Phrase de passe de l&apos;interprète</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>Certifié par</translation>
    </message>
    <message>
        <source>&amp;Their passphrase</source>
        <translation>&amp;Sa phrase de passe</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>Phrase de passe de la seconde personne</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Seconde personne</translation>
    </message>
    <message>
        <source>Passphrase of the s&amp;econd person</source>
        <translation>Phrase de passe de la s&amp;econde personne</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>Enregistrer s&amp;ous</translation>
    </message>
    <message>
        <source>Re&amp;fuse the release…</source>
        <translation>Re&amp;fuser la remise…</translation>
    </message>
    <message>
        <source>Si&amp;gn</source>
        <translation>Si&amp;gner</translation>
    </message>
    <message>
        <source>The interpreter&apos;s passphrase is needed.</source>
        <translation>Il faut la phrase de passe de l&apos;interprète.</translation>
    </message>
    <message>
        <source>The second person types their passphrase here.</source>
        <translation>La seconde personne tape sa phrase de passe ici.</translation>
    </message>
    <message>
        <source>The bundle is signed, and the file is read again and checked.</source>
        <translation>La liasse est signée, puis le fichier est relu et vérifié.</translation>
    </message>
    <message>
        <source>Save the bundle as</source>
        <translation>Enregistrer la liasse sous</translation>
    </message>
    <message>
        <source>Sign this record?</source>
        <translation>Signer ce procès-verbal&#xa0;?</translation>
    </message>
    <message>
        <source>A signed record goes into the event chain and can never be changed again.</source>
        <translation>Un procès-verbal signé entre dans la chaîne d&apos;événements et ne peut plus jamais être modifié.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Une raison est nécessaire. Écrivez pourquoi.</translation>
    </message>
    <message>
        <source>Reason, {rule}: {sentence}</source>
        <translation>Raison, {rule}&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>These rules give warnings. Correct what can be corrected; otherwise write why the record is signed all the same. The reasons are signed with the record and printed.</source>
        <translation>Ces règles avertissent. Corrigez ce qui peut l&apos;être&#xa0;; sinon, écrivez pourquoi le procès-verbal est signé malgré tout. Les raisons sont signées avec lui et imprimées.</translation>
    </message>
    <message>
        <source>Reason for signing all the same</source>
        <translation>Pourquoi il est signé malgré tout</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Correct, {rule}</source>
        <translation>Corriger, {rule}</translation>
    </message>
    <message>
        <source>&amp;Sign and close</source>
        <translation>&amp;Signer et clore</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Your signature confirms this copy of a file. It is not the signature of the statement, and the file prevails.</source>
        <translation>Votre signature confirme cette copie d&apos;un fichier. Elle n&apos;est pas la signature de la déclaration, et le fichier fait foi.</translation>
    </message>
    <message>
        <source>This is the reason of another warning too. Write what holds for this one, or tick both and write their common reason once.</source>
        <translation>C&apos;est déjà le motif d&apos;un autre avertissement. Écrivez ce qui vaut pour celui-ci, ou cochez les deux et écrivez une fois leur motif commun.</translation>
    </message>
    <message>
        <source>Common reason</source>
        <translation>Motif commun</translation>
    </message>
    <message>
        <source>Common reason for {rule}: {sentence}</source>
        <translation>Motif commun pour {rule}&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>Common reason: tick the warnings that it is for. Nothing is ticked.</source>
        <translation>Motif commun&#xa0;: cochez les avertissements qu&apos;il concerne. Rien n&apos;est coché.</translation>
    </message>
    <message numerus="yes">
        <source>One reason for the %n ticked warning(s): {rules}</source>
        <translation>
            <numerusform>Un seul motif pour l&apos;avertissement coché (%n)&#xa0;: {rules}</numerusform>
            <numerusform>Un seul motif pour les %n avertissements cochés&#xa0;: {rules}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignNoticeDialog</name>
    <message>
        <source>Sign a notice</source>
        <translation>Signer un avis</translation>
    </message>
    <message>
        <source>&amp;What they are told</source>
        <translation>&amp;Ce qui leur est dit</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Nouveau fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>New &amp;file</source>
        <translation>Nouveau &amp;fichier</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Signer</translation>
    </message>
    <message>
        <source>Please write what the recipients are told.</source>
        <translation>Écrivez ce qui est dit aux destinataires.</translation>
    </message>
    <message>
        <source>The notice is signed, and what was written is read again.</source>
        <translation>L&apos;avis est signé, et ce qui a été écrit est relu.</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Rappelé</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restreint</translation>
    </message>
    <message>
        <source>Rectified</source>
        <translation>Rectifié</translation>
    </message>
    <message>
        <source>Supplemented</source>
        <translation>Complété</translation>
    </message>
    <message>
        <source>It names what was received by its digest, what changed, and says what you write here.</source>
        <translation>Il désigne ce qui a été reçu par son empreinte, ce qui a changé, et dit ce que vous écrivez ici.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
</context>
<context>
    <name>SignReceiptDialog</name>
    <message>
        <source>Sign a receipt for {number}</source>
        <translation>Signer un accusé pour {number}</translation>
    </message>
    <message>
        <source>It names the package, what was imported and refused, and the state of the sender&apos;s event chain that came with it.</source>
        <translation>Il nomme le paquet, ce qui a été importé et refusé, et l&apos;état de la chaîne d&apos;événements de l&apos;expéditeur qui est venu avec lui.</translation>
    </message>
    <message>
        <source>R&amp;emarks</source>
        <translation>R&amp;emarques</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Nouveau fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>New &amp;file</source>
        <translation>Nouveau &amp;fichier</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Signer</translation>
    </message>
    <message>
        <source>The receipt is signed, and what was written is read again.</source>
        <translation>L&apos;accusé est signé, et ce qui a été écrit est relu.</translation>
    </message>
</context>
<context>
    <name>SignVersionsDialog</name>
    <message>
        <source>Sign as {name}</source>
        <translation>Signer en tant que {name}</translation>
    </message>
    <message>
        <source>The linguist reads the versions below, with their notes, and signs them in one go. Each signature covers the version, its source and the notes.</source>
        <translation>Le linguiste lit les versions ci-dessous avec leurs notes et les signe en une fois. La signature couvre chaque version, sa source et ses notes.</translation>
    </message>
    <message>
        <source>All that are not signed as checked ({count})</source>
        <translation>Toutes celles non signées comme relues ({count})</translation>
    </message>
    <message>
        <source>This turn alone</source>
        <translation>Cette intervention seule</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>&amp;Versions</translation>
    </message>
    <message>
        <source>&amp;Left as</source>
        <translation>&amp;Laissées comme</translation>
    </message>
    <message>
        <source>This differs from what was said. It is mended first, or the linguist says why they sign it all the same: the reason is signed with it, and printed.</source>
        <translation>Ceci diffère de ce qui a été dit. On le corrige d&apos;abord, ou le linguiste dit pourquoi il signe malgré tout&#xa0;: le motif est signé avec le reste, et imprimé.</translation>
    </message>
    <message>
        <source>Reason for signing all the same</source>
        <translation>Motif de signer malgré tout</translation>
    </message>
    <message>
        <source>These notes stand at words that the present wording does not have. The signature does not cover them, and they are not printed. They are placed again first, or left:</source>
        <translation>Ces notes portent sur des mots que le texte actuel n&apos;a pas. La signature ne les couvre pas, et elles ne sont pas imprimées. On les replace d&apos;abord, ou on les laisse&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Signer</translation>
    </message>
    <message>
        <source>Nothing waits for a signature: each last version is signed as checked, or gone.</source>
        <translation>Rien n&apos;attend de signature&#xa0;: chaque dernière version est signée comme relue, ou n&apos;existe plus.</translation>
    </message>
    <message>
        <source>Please choose how the linguist leaves them.</source>
        <translation>Veuillez choisir comment le linguiste les laisse.</translation>
    </message>
    <message>
        <source>The versions are signed.</source>
        <translation>Les versions sont signées.</translation>
    </message>
</context>
<context>
    <name>SignWorkDialog</name>
    <message>
        <source>You sign that you checked the last version of every turn. Turns: {count}</source>
        <translation>Vous signez que vous avez relu la dernière version de chaque intervention. Interventions&#xa0;: {count}</translation>
    </message>
    <message>
        <source>This differs from what was said. Go there and mend it, or write why you sign it all the same: the reason is signed with it, and printed.</source>
        <translation>Ceci diffère de ce qui a été dit. Allez-y et corrigez, ou écrivez pourquoi vous signez malgré tout&#xa0;: le motif est signé avec le reste, et imprimé.</translation>
    </message>
    <message>
        <source>Reason for signing all the same</source>
        <translation>Motif de signer malgré tout</translation>
    </message>
    <message>
        <source>These notes stand at words that the present wording does not have. Your signature does not cover them, and they are not printed. Place them again first, or leave them:</source>
        <translation>Ces notes portent sur des mots que le texte actuel n&apos;a pas. Votre signature ne les couvre pas, et elles ne sont pas imprimées. Replacez-les d&apos;abord, ou laissez-les&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Signer</translation>
    </message>
    <message>
        <source>It is being signed…</source>
        <translation>La signature est en cours…</translation>
    </message>
    <message>
        <source>Sign my renderings?</source>
        <translation>Signer mes traductions&#xa0;?</translation>
    </message>
</context>
<context>
    <name>SigningPart</name>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>There is no further signing key yet. Add one with the buttons below.</source>
        <translation>Il n&apos;y a pas encore d&apos;autre clé de signature. Ajoutez-en une avec les boutons ci-dessous.</translation>
    </message>
    <message>
        <source>Add a key &amp;file…</source>
        <translation>Ajouter un &amp;fichier de clé…</translation>
    </message>
    <message>
        <source>Add a c&amp;ard…</source>
        <translation>Ajouter une c&amp;arte…</translation>
    </message>
    <message>
        <source>A&amp;gree or refuse…</source>
        <translation>Accep&amp;ter ou refuser…</translation>
    </message>
    <message>
        <source>The certificates of these users do not say their function, or end soon: {names}. Without a function, or after its end, a certificate signs no bundle.</source>
        <translation>Les certificats de ces utilisateurs n&apos;indiquent pas leur fonction, ou expirent bientôt&#xa0;: {names}. Sans fonction, ou après son terme, un certificat ne signe aucun dossier.</translation>
    </message>
    <message>
        <source>The certificates were renewed: {names}.</source>
        <translation>Les certificats ont été renouvelés&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Vous attend</translation>
    </message>
    <message>
        <source>Not agreed to</source>
        <translation>Non acceptée</translation>
    </message>
    <message>
        <source>It can no longer sign. What it signed before stays valid. Write the reason.</source>
        <translation>Elle ne peut plus signer. Ce qu&apos;elle a signé avant reste valable. Écrivez le motif.</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Further signing keys</source>
        <translation>Autres clés de signature</translation>
    </message>
    <message>
        <source>Every user signs with a key of this vault. A key on a card or in a key file can also sign for its user: the vault&apos;s root certificate certifies it, its user agrees with an earlier key, and its issuer&apos;s certificate is stored with it. The key must be on the curve P-256.</source>
        <translation>Chaque utilisateur signe avec une clé de ce coffre. Une clé sur une carte ou dans un fichier de clé peut aussi signer pour son utilisateur&#xa0;: le certificat racine du coffre la certifie, son utilisateur l&apos;accepte avec une clé antérieure, et le certificat de son émetteur est conservé avec elle. La clé doit être sur la courbe P-256.</translation>
    </message>
    <message>
        <source>With&amp;draw…</source>
        <translation>Retire&amp;r…</translation>
    </message>
    <message>
        <source>Re&amp;new the certificates</source>
        <translation>Re&amp;nouveler les certificats</translation>
    </message>
    <message>
        <source>Withdraw this signing key</source>
        <translation>Retirer cette clé de signature</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of a claim about {person}</source>
        <translation>Source d&apos;une déclaration sur {person}</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>The turn since then</source>
        <translation>L&apos;intervention depuis lors</translation>
    </message>
    <message>
        <source>was changed or struck out after the claim was entered</source>
        <translation>a été modifiée ou biffée après l&apos;inscription de la déclaration</translation>
    </message>
    <message>
        <source>is as it was when the claim was entered</source>
        <translation>est telle qu&apos;à l&apos;inscription de la déclaration</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Inscrite</translation>
    </message>
    <message>
        <source>used</source>
        <translation>utilisée</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisée</translation>
    </message>
    <message>
        <source>In documents</source>
        <translation>Dans les actes</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Where the files of {number} come from</source>
        <translation>D&apos;où viennent les fichiers de {number}</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>Pourquoi ce n&apos;a pas été pris</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>Ce qui en est dit</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Prises</translation>
    </message>
    <message>
        <source>Nothing was added in a run yet.</source>
        <translation>Aucune prise de fichiers n&apos;a encore eu lieu.</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Non pris</translation>
    </message>
    <message>
        <source>Everything was taken.</source>
        <translation>Tout a été pris.</translation>
    </message>
    <message>
        <source>Lists of digests</source>
        <translation>Listes d&apos;empreintes</translation>
    </message>
    <message>
        <source>No run was compared with a list of digests.</source>
        <translation>Aucune prise n&apos;a été comparée à une liste d&apos;empreintes.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>The files agree with the list.</source>
        <translation>Les fichiers concordent avec la liste.</translation>
    </message>
    <message>
        <source>Paths in the source</source>
        <translation>Chemins dans la source</translation>
    </message>
    <message>
        <source>No path of a source is recorded.</source>
        <translation>Aucun chemin d&apos;une source n&apos;est consigné.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Prises</translation>
    </message>
    <message>
        <source>&amp;Lists of digests</source>
        <translation>&amp;Listes d&apos;empreintes</translation>
    </message>
    <message>
        <source>&amp;Paths in the source</source>
        <translation>&amp;Chemins dans la source</translation>
    </message>
    <message>
        <source>&amp;Add a folder with its list of digests…</source>
        <translation>&amp;Ajouter un dossier avec sa liste d&apos;empreintes…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The run was stopped. Until then, nothing was left out.</source>
        <translation>L&apos;ajout a été arrêté. Jusque-là, rien n&apos;a été laissé de côté.</translation>
    </message>
    <message>
        <source>The capture was not compared with what it states: {because}.</source>
        <translation>La capture n&apos;a pas été comparée à ce qu&apos;elle indique&#xa0;: {because}.</translation>
    </message>
    <message>
        <source>What is in the file agrees with what it states.</source>
        <translation>Le contenu du fichier concorde avec ce qu&apos;il indique.</translation>
    </message>
    <message>
        <source>SHA-256 of the file, which states the digests itself: {digest}</source>
        <translation>SHA-256 du fichier, qui indique lui-même les empreintes&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>SHA-256 of the list: {digest}</source>
        <translation>SHA-256 de la liste&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>differs: {algorithm} according to the file {stated}, of what is in it {found}</source>
        <translation>différent&#xa0;: {algorithm} selon le fichier {stated}, de ce qu&apos;il contient {found}</translation>
    </message>
    <message>
        <source>named, and not in the file</source>
        <translation>nommé, et absent du fichier</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>non jugé</translation>
    </message>
    <message numerus="yes">
        <source>%n more not judged</source>
        <translation>
            <numerusform>%n autre non jugé</numerusform>
            <numerusform>%n autres non jugés</numerusform>
        </translation>
    </message>
    <message>
        <source>in the file, and not named by it</source>
        <translation>dans le fichier, et non nommé par lui</translation>
    </message>
    <message>
        <source>differs: {algorithm} of the list {stated}, of the file {found}</source>
        <translation>diffère&#xa0;: {algorithm} de la liste {stated}, du fichier {found}</translation>
    </message>
    <message>
        <source>named, and not there</source>
        <translation>nommé, et absent</translation>
    </message>
    <message>
        <source>there already, and not compared</source>
        <translation>déjà là, et non comparé</translation>
    </message>
    <message>
        <source>not named in the list</source>
        <translation>non nommé dans la liste</translation>
    </message>
    <message>
        <source>Lists of digests that came with the source</source>
        <translation>Listes d&apos;empreintes venues avec la source</translation>
    </message>
    <message>
        <source>The folder to add</source>
        <translation>Le dossier à ajouter</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Donné</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation>Mêmes octets</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Déjà là</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparée le</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Nommés</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Concordent</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Diffèrent</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Absents</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Non comparés</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>en entier</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Non nommés</translation>
    </message>
    <message>
        <source>{name}, according to the file</source>
        <translation>{name}, selon le fichier</translation>
    </message>
    <message>
        <source>Path in the source</source>
        <translation>Chemin dans la source</translation>
    </message>
    <message>
        <source>Changed, as the source says</source>
        <translation>Modifié, selon la source</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Jusqu&apos;au bout</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
</context>
<context>
    <name>SpeakersForm</name>
    <message>
        <source>Mark</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Kind of turn</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Spoken in</source>
        <translation>Langue parlée</translation>
    </message>
    <message>
        <source>without a mark</source>
        <translation>sans marque</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n intervention</numerusform>
            <numerusform>%n interventions</numerusform>
        </translation>
    </message>
    <message>
        <source>{mark}: person</source>
        <translation>{mark}&#xa0;: personne</translation>
    </message>
    <message>
        <source>{mark}: kind of turn</source>
        <translation>{mark}&#xa0;: nature</translation>
    </message>
    <message>
        <source>{mark}: spoken in</source>
        <translation>{mark}&#xa0;: langue parlée</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split {one} and {other} again?</source>
        <translation>Séparer de nouveau {one} et {other}&#xa0;?</translation>
    </message>
    <message>
        <source>This undoes exactly this merge. Whatever was entered since then stays with the record under which it was entered. The merge and this reason stay readable.</source>
        <translation>Cela défait exactement cette réunion. Ce qui a été inscrit depuis lors reste avec la fiche sous laquelle c&apos;est inscrit. La réunion et ce motif restent lisibles.</translation>
    </message>
    <message>
        <source>&amp;Split again</source>
        <translation>&amp;Séparer de nouveau</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>Ré&amp;glages</translation>
    </message>
    <message>
        <source>Close without the recovery code?</source>
        <translation>Fermer sans le code de secours&#xa0;?</translation>
    </message>
    <message>
        <source>It has not been typed back yet, and it is never shown again. Without it, nobody can open this vault if the passphrase is lost.</source>
        <translation>Il n&apos;a pas encore été retapé et ne sera plus jamais affiché. Sans lui, personne ne peut ouvrir ce coffre si la phrase de passe est perdue.</translation>
    </message>
    <message>
        <source>Close &amp;without it</source>
        <translation>Fermer &amp;sans lui</translation>
    </message>
    <message>
        <source>Testimony, evidence and custody in cases of trafficking in human beings.</source>
        <translation>Témoignages, preuves et conservation dans les affaires de traite des êtres humains.</translation>
    </message>
    <message>
        <source>Everything stays on this computer, encrypted in your vault. Nothing goes over a network.</source>
        <translation>Tout reste sur cet ordinateur, chiffré dans votre coffre. Rien ne passe par un réseau.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Check a signed file…</source>
        <translation>Contrôler un fichier signé…</translation>
    </message>
    <message>
        <source>Open a packet for an interpreter…</source>
        <translation>Ouvrir un paquet pour un interprète…</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirmer</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Un motif est nécessaire. Veuillez écrire pourquoi.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Vault of {office}</source>
        <translation>Coffre de {office}</translation>
    </message>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}, {role}</translation>
    </message>
    <message>
        <source>Short code {code}</source>
        <translation>Code court {code}</translation>
    </message>
    <message>
        <source>Checking the vault: {percent} %</source>
        <translation>Vérification du coffre&#xa0;: {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Locks in {minutes}</source>
        <translation>Verrouillage dans {minutes}</translation>
    </message>
</context>
<context>
    <name>StoppableDialog</name>
    <message>
        <source>S&amp;top</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>Force de la phrase de passe</translation>
    </message>
</context>
<context>
    <name>StripDialog</name>
    <message>
        <source>Custody of {number}</source>
        <translation>Conservation de {number}</translation>
    </message>
    <message>
        <source>&amp;Whole way</source>
        <translation>To&amp;ut le parcours</translation>
    </message>
    <message>
        <source>Go to the e&amp;vent</source>
        <translation>Aller à l&apos;é&amp;vénement</translation>
    </message>
    <message>
        <source>Points of the strip</source>
        <translation>Points du parcours</translation>
    </message>
</context>
<context>
    <name>TakeInDialog</name>
    <message>
        <source>Import a file for job {number}</source>
        <translation>Importer un fichier pour le travail {number}</translation>
    </message>
    <message>
        <source>New words become versions of the linguist, typed by you and unsigned. Nothing is written before you say so.</source>
        <translation>Les mots nouveaux deviennent des versions du linguiste, tapées par vous et non signées. Rien n&apos;est écrit avant votre accord.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Fichier…</translation>
    </message>
    <message>
        <source>File that came back</source>
        <translation>Fichier revenu</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>What the file would change</source>
        <translation>Ce que le fichier changerait</translation>
    </message>
    <message>
        <source>Choose the file that came back.</source>
        <translation>Choisissez le fichier revenu.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Ici maintenant</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The file is being compared…</source>
        <translation>Comparaison du fichier…</translation>
    </message>
    <message>
        <source>The versions are being written…</source>
        <translation>Écriture des versions…</translation>
    </message>
    <message>
        <source>The file is refused. Nothing was written.</source>
        <translation>Le fichier est refusé. Rien n&apos;a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>Refused for %n reason(s). Nothing is imported.</source>
        <translation>
            <numerusform>Refusé pour %n motif. Rien n&apos;est importé.</numerusform>
            <numerusform>Refusé pour %n motifs. Rien n&apos;est importé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) with new words.</source>
        <translation>
            <numerusform>%n intervention avec des mots nouveaux.</numerusform>
            <numerusform>%n interventions avec des mots nouveaux.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) in the file.</source>
        <translation>
            <numerusform>%n intervention dans le fichier.</numerusform>
            <numerusform>%n interventions dans le fichier.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says what is here already.</source>
        <translation>Le fichier dit ce qui est déjà ici.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Notes to be entered by hand: {notes}</source>
        <translation>Notes à écrire à la main&#xa0;: {notes}</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>Mots nouveaux</translation>
    </message>
    <message>
        <source>Emptied: stays as it is</source>
        <translation>Vidé&#xa0;: reste tel quel</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nouvelle note</translation>
    </message>
    <message>
        <source>Other state</source>
        <translation>Autre état</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) written, unsigned until the linguist signs.</source>
        <translation>
            <numerusform>%n version écrite, non signée tant que le linguiste ne signe pas.</numerusform>
            <numerusform>%n versions écrites, non signées tant que le linguiste ne signe pas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) have notes that you enter by hand.</source>
        <translation>
            <numerusform>%n intervention a des notes que vous écrivez à la main.</numerusform>
            <numerusform>%n interventions ont des notes que vous écrivez à la main.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the file, or why</source>
        <translation>Dans le fichier, ou pourquoi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Earlier words: stays as it is</source>
        <translation>Mots antérieurs&#xa0;: reste tel quel</translation>
    </message>
</context>
<context>
    <name>TakeOutDialog</name>
    <message>
        <source>Take this file out?</source>
        <translation>Sortir ce fichier&#xa0;?</translation>
    </message>
    <message>
        <source>It is written in clear to a new file outside the vault, read again, and recorded: in the event chain, as a custody event of the exhibit, and with its recipient in the log of consultations. For another State, make a bundle and a sealed package.</source>
        <translation>Il est écrit en clair dans un nouveau fichier hors du coffre, relu et consigné&#xa0;: dans la chaîne d&apos;événements, comme événement de conservation de la pièce, et avec son destinataire dans le journal des consultations. Pour un autre État, faites une liasse et un paquet scellé.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Take ou&amp;t</source>
        <translation>&amp;Sortir</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Par&amp;courir…</translation>
    </message>
    <message>
        <source>New f&amp;ile</source>
        <translation>&amp;Nouveau fichier</translation>
    </message>
    <message>
        <source>The file is searched and written, and what was written is read again.</source>
        <translation>Le fichier est examiné et écrit, et ce qui a été écrit est relu.</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Take over a statement from {name}</source>
        <translation>Reprendre un relevé de {name}</translation>
    </message>
    <message>
        <source>Look at the file first. Nothing is entered before you say so.</source>
        <translation>Regardez d&apos;abord le fichier. Rien n&apos;est encodé avant que vous ne le disiez.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Characters</source>
        <translation>&amp;Caractères</translation>
    </message>
    <message>
        <source>as the file marks them</source>
        <translation>comme le fichier les indique</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>C&amp;ompte</translation>
    </message>
    <message>
        <source>&amp;Statement in the file</source>
        <translation>Relevé dans le fich&amp;ier</translation>
    </message>
    <message>
        <source>&amp;Look at the file</source>
        <translation>&amp;Regarder le fichier</translation>
    </message>
    <message>
        <source>&amp;Why it is the same</source>
        <translation>&amp;Pourquoi c&apos;est le même</translation>
    </message>
    <message>
        <source>This stays as it is written, and a bundle prints it: it can be neither corrected nor masked. Name nobody here whose identity is sealed.</source>
        <translation>Ceci reste tel qu&apos;il est écrit, et un dossier l&apos;imprime&#xa0;: on ne peut ni le corriger ni le masquer. Ne nommez ici personne dont l&apos;identité est scellée.</translation>
    </message>
    <message>
        <source>Rows of the statement</source>
        <translation>Lignes du relevé</translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>Rien n&apos;a encore été regardé.</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>Repren&amp;dre</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Veuillez remplir ceci.</translation>
    </message>
    <message>
        <source>Choose the account. Add it to the case first if it is not there.</source>
        <translation>Choisissez le compte. Ajoutez-le d&apos;abord au dossier s&apos;il n&apos;y est pas.</translation>
    </message>
    <message>
        <source>Write why it is the same account.</source>
        <translation>Écrivez pourquoi c&apos;est le même compte.</translation>
    </message>
    <message>
        <source>The rows are being entered…</source>
        <translation>Les lignes sont en cours d&apos;encodage…</translation>
    </message>
    <message>
        <source>camt.052, .053 or .054</source>
        <translation>camt.052, .053 ou .054</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>Contrepartie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Endroit dans le fichier</translation>
    </message>
    <message>
        <source>Choose the format of the file.</source>
        <translation>Choisissez le format du fichier.</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message numerus="yes">
        <source>Account in the file: {account}. %n row(s).</source>
        <translation>
            <numerusform>Compte dans le fichier&#xa0;: {account}. %n ligne.</numerusform>
            <numerusform>Compte dans le fichier&#xa0;: {account}. %n lignes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening balance {opening}, closing balance {closing} {currency}.</source>
        <translation>Solde initial {opening}, solde final {closing} {currency}.</translation>
    </message>
    <message>
        <source>This statement was taken over before from the same file.</source>
        <translation>Ce relevé a déjà été repris du même fichier.</translation>
    </message>
    <message>
        <source>The balances agree with the rows.</source>
        <translation>Les soldes concordent avec les lignes.</translation>
    </message>
    <message>
        <source>{number} was entered with its rows. It stands in the case, under Statements.</source>
        <translation>{number} est encodé avec ses lignes. Il figure au dossier, sous Relevés.</translation>
    </message>
    <message>
        <source>No row could be read.</source>
        <translation>Aucune ligne n&apos;a pu être lue.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read, and are named with it.</source>
        <translation>
            <numerusform>%n ligne n&apos;a pas pu être lue&#xa0;; elle y est nommée.</numerusform>
            <numerusform>%n lignes n&apos;ont pas pu être lues&#xa0;; elles y sont nommées.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no code of a currency. Write its letters, for example EUR.</source>
        <translation>Ce n&apos;est pas le code d&apos;une monnaie. Écrivez ses lettres, par exemple EUR.</translation>
    </message>
    <message>
        <source>It is the same account, written in another way</source>
        <translation>C’est le même compte, écrit d’une autre façon</translation>
    </message>
    <message>
        <source>Choose the account of the file, or say that it is the same.</source>
        <translation>Choisissez le compte du fichier, ou dites que c’est le même.</translation>
    </message>
    <message>
        <source>The file names the account {named}; {number} is {held}.</source>
        <translation>Le fichier nomme le compte {named}&#xa0;; {number} est {held}.</translation>
    </message>
    <message>
        <source>&amp;Number in the case</source>
        <translation>&amp;Numéro dans le dossier</translation>
    </message>
    <message>
        <source>Colu&amp;mns…</source>
        <translation>Co&amp;lonnes…</translation>
    </message>
</context>
<context>
    <name>TakingOverModel</name>
    <message>
        <source>The file of the exhibit stays as it is. Add a PDF or a picture of its pages to an exhibit, and take that over.</source>
        <translation>Le fichier de la pièce reste tel quel. Ajoutez à une pièce un PDF ou une image de ses pages, et reprenez celui-ci.</translation>
    </message>
    <message>
        <source>The file of the exhibit stays as it is. Open a copy in a text program, choose there the encoding in which all letters are right, save it as UTF-8, and add it as an exhibit derived from this one.</source>
        <translation>Le fichier de la pièce reste tel quel. Ouvrez-en une copie dans un éditeur de texte, choisissez-y l&apos;encodage dans lequel toutes les lettres sont justes, enregistrez-la en UTF-8, et ajoutez-la comme pièce qui dérive de celle-ci.</translation>
    </message>
</context>
<context>
    <name>TakingOverParts</name>
    <message>
        <source>Page of the file</source>
        <translation>Page du fichier</translation>
    </message>
    <message>
        <source>&amp;What the file says…</source>
        <translation>Ce que &amp;dit le fichier…</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Page p&amp;récédente</translation>
    </message>
    <message>
        <source>Ne&amp;xt page</source>
        <translation>Page &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Lignes</translation>
    </message>
    <message>
        <source>&amp;Strike out…</source>
        <translation>&amp;Biffer…</translation>
    </message>
    <message>
        <source>M&amp;end</source>
        <translation>&amp;Corriger</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Text taken over</source>
        <translation>Texte repris</translation>
    </message>
    <message>
        <source>Nothing was taken over yet.</source>
        <translation>Rien n&apos;a encore été repris.</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>garder</translation>
    </message>
    <message>
        <source>question, answer</source>
        <translation>question, réponse</translation>
    </message>
    <message>
        <source>next line</source>
        <translation>ligne suivante</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>une de plus</translation>
    </message>
    <message>
        <source>in brackets</source>
        <translation>entre crochets</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>toutes les touches</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>étape suivante</translation>
    </message>
    <message>
        <source>one less</source>
        <translation>une de moins</translation>
    </message>
</context>
<context>
    <name>TakingOverView</name>
    <message>
        <source>Statement made elsewhere</source>
        <translation>Déclaration faite ailleurs</translation>
    </message>
    <message numerus="yes">
        <source>The file (SHA-256 {digest}, %n page(s)) prevails over this text, which serves search, translation and anchors. It is never signed as the statement.</source>
        <translation>
            <numerusform>Le fichier (SHA-256 {digest}, %n page) fait foi, non ce texte, qui sert à chercher, à traduire et à citer. Il n&apos;est jamais signé comme la déclaration.</numerusform>
            <numerusform>Le fichier (SHA-256 {digest}, %n pages) fait foi, non ce texte, qui sert à chercher, à traduire et à citer. Il n&apos;est jamais signé comme la déclaration.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) taken over</source>
        <translation>
            <numerusform>%n intervention reprise</numerusform>
            <numerusform>%n interventions reprises</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn being typed: {kind}</source>
        <translation>Intervention en cours de frappe&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>Type the words of the page, or take its next line with Ctrl+↓</source>
        <translation>Tapez le texte de la page, ou prenez sa ligne suivante avec Ctrl+↓</translation>
    </message>
    <message>
        <source>being mended</source>
        <translation>en cours de correction</translation>
    </message>
    <message>
        <source>proposed, being mended</source>
        <translation>proposée, en cours de correction</translation>
    </message>
    <message>
        <source>The file has more than its text: {what}. Look at the file itself.</source>
        <translation>Le fichier contient plus que son texte&#xa0;: {what}. Regardez le fichier lui-même.</translation>
    </message>
    <message>
        <source>&amp;Keep this page</source>
        <translation>&amp;Garder cette page</translation>
    </message>
    <message>
        <source>Page &amp;compared</source>
        <translation>Page com&amp;parée</translation>
    </message>
    <message>
        <source>Next page to &amp;compare</source>
        <translation>Page suivante à com&amp;parer</translation>
    </message>
    <message>
        <source>&amp;Finish the comparison</source>
        <translation>&amp;Terminer la comparaison</translation>
    </message>
    <message>
        <source>A turn is typed and not kept. Keep it with Enter, or give it up with Esc.</source>
        <translation>Une intervention est tapée et n&apos;est pas gardée. Gardez-la avec Entrée, ou renoncez avec Échap.</translation>
    </message>
    <message>
        <source>Strike out turn {number}?</source>
        <translation>Biffer l&apos;intervention {number}&#xa0;?</translation>
    </message>
    <message>
        <source>It was taken over in error: it stays readable with your reason.</source>
        <translation>Elle a été reprise par erreur&#xa0;: elle reste lisible, avec votre motif.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Biffer</translation>
    </message>
    <message>
        <source>The file is read…</source>
        <translation>Le fichier est lu…</translation>
    </message>
    <message numerus="yes">
        <source>Page of the file, %n line(s)</source>
        <translation>
            <numerusform>Page du fichier, %n ligne</numerusform>
            <numerusform>Page du fichier, %n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingTranscript</name>
    <message numerus="yes">
        <source>%n turn(s) were added from the transcript. Read them.</source>
        <translation>
            <numerusform>%n intervention a été ajoutée depuis la transcription. Relisez-la.</numerusform>
            <numerusform>%n interventions ont été ajoutées depuis la transcription. Relisez-les.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Please write the time as {time}, or set it with {key}.</source>
        <translation>Écrivez le temps comme {time}, ou fixez-le avec {key}.</translation>
    </message>
    <message>
        <source>The end must be after the beginning, in the same file.</source>
        <translation>La fin doit être après le début, dans le même fichier.</translation>
    </message>
    <message>
        <source>The recording ends at {time}.</source>
        <translation>L&apos;enregistrement finit à {time}.</translation>
    </message>
</context>
<context>
    <name>TimeNoteDialog</name>
    <message>
        <source>Job of the linguist</source>
        <translation>Mission du linguiste</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Please choose whose note it is.</source>
        <translation>Veuillez choisir de qui est la note.</translation>
    </message>
</context>
<context>
    <name>TimedNoting</name>
    <message>
        <source>This turn is no part of the job: nothing is noted at it.</source>
        <translation>Cette intervention ne fait pas partie de la mission&#xa0;: rien n&apos;y est noté.</translation>
    </message>
    <message>
        <source>There is no recording here at which something is noted.</source>
        <translation>Il n&apos;y a ici aucun enregistrement auquel noter quelque chose.</translation>
    </message>
    <message>
        <source>Note at a time of the recording</source>
        <translation>Note à un temps de l&apos;enregistrement</translation>
    </message>
    <message>
        <source>The recording of this note is not here.</source>
        <translation>L&apos;enregistrement de cette note n&apos;est pas ici.</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Hand &amp;back</source>
        <translation>&amp;Rendre</translation>
    </message>
    <message>
        <source>&amp;Certify…</source>
        <translation>&amp;Certifier…</translation>
    </message>
    <message>
        <source>{case} · {source} into {target} · {purpose}</source>
        <translation>{case} · {source} vers {target} · {purpose}</translation>
    </message>
    <message>
        <source>&amp;Sign my renderings</source>
        <translation>&amp;Signer mes traductions</translation>
    </message>
    <message>
        <source>&amp;Sign my renderings, {count} ready</source>
        <translation>&amp;Signer mes traductions, prêtes&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Vault and user</source>
        <translation>Coffre et utilisateur</translation>
    </message>
    <message>
        <source>Vault and user (Alt+V)</source>
        <translation>Coffre et utilisateur (Alt+V)</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>Pas encore d&apos;affaire</translation>
    </message>
    <message>
        <source>Fictional case</source>
        <translation>Affaire fictive</translation>
    </message>
</context>
<context>
    <name>TranscriptDialog</name>
    <message>
        <source>Take over a transcript</source>
        <translation>Reprendre une transcription</translation>
    </message>
    <message>
        <source>SRT, VTT, ELAN or plain text with marks of speakers. Its turns go behind those of the draft, all at once; you read and mend them there.</source>
        <translation>SRT, VTT, ELAN ou texte simple avec marques des locuteurs. Ses interventions suivent celles du projet, toutes à la fois&#xa0;; vous les y relisez et corrigez.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Fichier…</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Turns of the transcript</source>
        <translation>Interventions de la transcription</translation>
    </message>
    <message>
        <source>Choose a transcript.</source>
        <translation>Choisissez une transcription.</translation>
    </message>
    <message>
        <source>&amp;Take over all turns</source>
        <translation>&amp;Reprendre toutes les interventions</translation>
    </message>
    <message>
        <source>The &amp;words are</source>
        <translation>Les &amp;mots sont</translation>
    </message>
    <message>
        <source>what was said itself, in its language</source>
        <translation>ce qui a été dit, dans sa langue</translation>
    </message>
    <message>
        <source>what an interpreter said on the spot</source>
        <translation>ce qu&apos;un interprète a dit sur place</translation>
    </message>
    <message>
        <source>&amp;Captured</source>
        <translation>&amp;Notés</translation>
    </message>
    <message>
        <source>Rendered &amp;into</source>
        <translation>&amp;Rendus en</translation>
    </message>
    <message>
        <source>&amp;Author of the rendering</source>
        <translation>&amp;Auteur du rendu</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>The transcript is being read…</source>
        <translation>Lecture de la transcription…</translation>
    </message>
    <message>
        <source>The turns are being written…</source>
        <translation>Écriture des interventions…</translation>
    </message>
    <message>
        <source>Please say who this is, and how they spoke.</source>
        <translation>Dites qui est cette personne, et comment elle a parlé.</translation>
    </message>
    <message>
        <source>Please choose: the program does not guess it.</source>
        <translation>Choisissez&#xa0;: le programme ne le devine pas.</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>Personne n&apos;est nommé</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s), {encoding}.</source>
        <translation>
            <numerusform>%n intervention, {encoding}.</numerusform>
            <numerusform>%n interventions, {encoding}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to look at.</source>
        <translation>
            <numerusform>%n ligne à vérifier.</numerusform>
            <numerusform>%n lignes à vérifier.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has no turn.</source>
        <translation>Le fichier n&apos;a aucune intervention.</translation>
    </message>
    <message>
        <source>The transcript has too many marks of speakers. Please correct them in the file.</source>
        <translation>La transcription a trop de marques de locuteurs. Corrigez-les dans le fichier.</translation>
    </message>
    <message>
        <source>Times are o&amp;f</source>
        <translation>Les temps sont &amp;de</translation>
    </message>
    <message>
        <source>none of the recordings: the times are left out</source>
        <translation>aucun des enregistrements&#xa0;: les temps sont laissés de côté</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Test the restoration of a backup</source>
        <translation>Tester la restauration d&apos;une sauvegarde</translation>
    </message>
    <message>
        <source>A vault is restored from it in the folder that you name, encrypted as always, checked completely, and removed again. The outcome is recorded.</source>
        <translation>Un coffre en est restauré dans le dossier que vous indiquez, chiffré comme toujours, vérifié de bout en bout, puis supprimé. Le résultat est consigné.</translation>
    </message>
    <message>
        <source>Folder of the &amp;backup</source>
        <translation>Dossier de la &amp;sauvegarde</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Dossier de la sauvegarde</translation>
    </message>
    <message>
        <source>Fo&amp;lder for the test</source>
        <translation>Dossier pour &amp;l&apos;essai</translation>
    </message>
    <message>
        <source>Folder for the test, with room for a whole vault</source>
        <translation>Dossier pour l&apos;essai, avec la place d&apos;un coffre entier</translation>
    </message>
    <message>
        <source>&amp;Test it</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>&amp;Phrase de passe de la sauvegarde</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Phrase de passe de la sauvegarde</translation>
    </message>
    <message>
        <source>Please choose a folder.</source>
        <translation>Veuillez choisir un dossier.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez taper la phrase de passe.</translation>
    </message>
</context>
<context>
    <name>TurnMenu</name>
    <message>
        <source>&amp;Change speaker, kind or language…</source>
        <translation>&amp;Changer locuteur, nature ou langue…</translation>
    </message>
    <message>
        <source>&amp;Join with the next</source>
        <translation>&amp;Joindre à la suivante</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>&amp;Strike out…</source>
        <translation>&amp;Biffer…</translation>
    </message>
    <message>
        <source>&amp;Rendered by…</source>
        <translation>&amp;Rendu par…</translation>
    </message>
    <message>
        <source>Chec&amp;ked by the author…</source>
        <translation>Re&amp;lu par l&apos;auteur…</translation>
    </message>
    <message>
        <source>No rendition of this record is without an author.</source>
        <translation>Aucune interprétation de ce procès-verbal n&apos;est sans auteur.</translation>
    </message>
    <message>
        <source>No rendition of this record is a draft of a named author.</source>
        <translation>Aucune restitution de ce procès-verbal n&apos;est le brouillon d&apos;un auteur nommé.</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>Intervention {number}</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>{field}, {language}</source>
        <translation>{field}, {language}</translation>
    </message>
    <message>
        <source>as the engagement says</source>
        <translation>comme l&apos;indique la mission</translation>
    </message>
    <message>
        <source>Strike out turn {number}?</source>
        <translation>Biffer l’intervention {number}&#xa0;?</translation>
    </message>
    <message>
        <source>It was entered in error: it stays readable with your reason.</source>
        <translation>Elle a été enregistrée par erreur&#xa0;: elle reste lisible avec votre motif.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Biffer</translation>
    </message>
    <message>
        <source>The turn is split. Its rendition stands with the first half: cut from it what belongs to the second half, and put it there.</source>
        <translation>L&apos;intervention est divisée. Ce que l&apos;interprète a dit est resté avec la première moitié&#xa0;: coupez-y ce qui revient à la seconde, et placez-le là.</translation>
    </message>
    <message>
        <source>Please choose the first of the two turns: the next one is joined to it.</source>
        <translation>Choisissez la première des deux interventions&#xa0;: la suivante y est jointe.</translation>
    </message>
</context>
<context>
    <name>TwoRecordsDialog</name>
    <message>
        <source>Kept</source>
        <translation>Conservée</translation>
    </message>
    <message>
        <source>Shown under it</source>
        <translation>Montrée sous elle</translation>
    </message>
    <message>
        <source>Both records</source>
        <translation>Les deux fiches</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Qualités</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Déclarations</translation>
    </message>
    <message>
        <source>Records of interviews</source>
        <translation>Procès-verbaux d&apos;audition</translation>
    </message>
    <message>
        <source>Sealed identity</source>
        <translation>Identité scellée</translation>
    </message>
    <message>
        <source>yes, and it stays sealed with this record</source>
        <translation>oui, et elle reste scellée avec cette fiche</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Un motif est nécessaire. Veuillez écrire pourquoi.</translation>
    </message>
    <message>
        <source>Choose the other record, and which of the two is kept.</source>
        <translation>Choisissez l&apos;autre fiche, et laquelle des deux est conservée.</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Unlock a vault</source>
        <translation>Déverrouiller un coffre</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>Dossier du coffre</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>P&amp;arcourir…</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Do&amp;ssier</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase de passe</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Recovery &amp;code</source>
        <translation>&amp;Code de secours</translation>
    </message>
    <message>
        <source>Deriving the key</source>
        <translation>Dérivation de la clé</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
    <message>
        <source>&amp;Make a new vault</source>
        <translation>Créer un co&amp;ffre</translation>
    </message>
    <message>
        <source>R&amp;estore a backup…</source>
        <translation>R&amp;estaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>Use recovery s&amp;hares…</source>
        <translation>&amp;Utiliser des parts de secours…</translation>
    </message>
    <message>
        <source>Type the code from the recovery sheet. Then choose a new passphrase.</source>
        <translation>Tapez le code de la feuille de secours. Choisissez ensuite une nouvelle phrase de passe.</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Verrouillé.</translation>
    </message>
    <message>
        <source>What was being typed was NOT saved and must be typed again: {reason}.</source>
        <translation>Ce qui était en cours de frappe n&apos;a PAS été enregistré et doit être retapé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>What was being typed was saved in the vault as a draft.</source>
        <translation>Ce qui était en cours de frappe a été enregistré dans le coffre comme brouillon.</translation>
    </message>
    <message>
        <source>The linguist handed back their work. Unlock the vault to look at it.</source>
        <translation>Le linguiste a rendu son travail. Déverrouillez le coffre pour le voir.</translation>
    </message>
    <message>
        <source>Use the passphra&amp;se</source>
        <translation>Utiliser la p&amp;hrase de passe</translation>
    </message>
    <message>
        <source>Choose the folder of the vault and type your passphrase.</source>
        <translation>Choisissez le dossier du coffre et tapez votre phrase de passe.</translation>
    </message>
    <message>
        <source>Passphrase lo&amp;st?</source>
        <translation>Phrase de passe pe&amp;rdue&#xa0;?</translation>
    </message>
    <message>
        <source>Without a ca&amp;rd</source>
        <translation>Sa&amp;ns carte</translation>
    </message>
    <message>
        <source>Si&amp;gn with a card…</source>
        <translation>Sig&amp;ner avec une carte…</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez taper la phrase de passe.</translation>
    </message>
    <message>
        <source>Please type the recovery code.</source>
        <translation>Veuillez taper le code de récupération.</translation>
    </message>
    <message>
        <source>Please choose the folder of the vault.</source>
        <translation>Veuillez choisir le dossier du coffre.</translation>
    </message>
</context>
<context>
    <name>UnlockViewModel</name>
    <message>
        <source>No card signs in your name yet. Unlock without it, and add the card under Office, Signing keys.</source>
        <translation>Aucune carte ne signe encore en votre nom. Déverrouillez sans elle, et ajoutez la carte sous Cabinet, Clés de signature.</translation>
    </message>
</context>
<context>
    <name>UnreadFiles</name>
    <message>
        <source>&amp;Read their words</source>
        <translation>&amp;Lire leurs mots</translation>
    </message>
    <message>
        <source>Stop &amp;reading</source>
        <translation>Arrêter la &amp;lecture</translation>
    </message>
    <message numerus="yes">
        <source>More than %n files of this case were not read: their words are not searched.</source>
        <translation>
            <numerusform>Plus de %n fichier de ce dossier n&apos;a pas été lu&#xa0;: ses mots ne sont pas recherchés.</numerusform>
            <numerusform>Plus de %n fichiers de ce dossier n&apos;ont pas été lus&#xa0;: leurs mots ne sont pas recherchés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of this case were not read: their words are not searched.</source>
        <translation>
            <numerusform>%n fichier de ce dossier n&apos;a pas été lu&#xa0;: ses mots ne sont pas recherchés.</numerusform>
            <numerusform>%n fichiers de ce dossier n&apos;ont pas été lus&#xa0;: leurs mots ne sont pas recherchés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading file {done} of {total}.</source>
        <translation>Lecture du fichier {done} sur {total}.</translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation>
            <numerusform>%n fichier a été lu.</numerusform>
            <numerusform>%n fichiers ont été lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were read in part: the rest is pictures, sound, or locked.</source>
        <translation>
            <numerusform>%n a été lu en partie&#xa0;: le reste est image, son ou verrouillé.</numerusform>
            <numerusform>%n ont été lus en partie&#xa0;: le reste est image, son ou verrouillé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>%n n&apos;a pas pu être lu.</numerusform>
            <numerusform>%n n&apos;ont pas pu être lus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>Dispute turn {turn}</source>
        <translation>Contester {turn}</translation>
    </message>
    <message>
        <source>Agree with turn {turn}</source>
        <translation>Approuver {turn}</translation>
    </message>
    <message>
        <source>Another linguist than the author says what they think of this version, and signs it. Their last word counts.</source>
        <translation>Un autre linguiste que l&apos;auteur dit ce qu&apos;il pense de cette version, et le signe. Son dernier avis compte.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>&amp;Second linguist</source>
        <translation>&amp;Second linguiste</translation>
    </message>
    <message>
        <source>Their own &amp;version</source>
        <translation>Sa propre &amp;version</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Keep the dispute</source>
        <translation>&amp;Garder la contestation</translation>
    </message>
    <message>
        <source>&amp;Agree</source>
        <translation>&amp;Approuver</translation>
    </message>
    <message>
        <source>No other linguist of this case is a user of this vault.</source>
        <translation>Aucun autre linguiste de ce dossier n&apos;est utilisateur de ce coffre.</translation>
    </message>
    <message>
        <source>Please choose who revises.</source>
        <translation>Veuillez choisir qui révise.</translation>
    </message>
    <message>
        <source>A dispute needs a version of one&apos;s own.</source>
        <translation>Une contestation demande une version propre.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Un motif est nécessaire. Veuillez écrire pourquoi.</translation>
    </message>
    <message>
        <source>These are the words of the version: change them, or agree.</source>
        <translation>Ce sont les mots de la version&#xa0;: modifiez-les, ou donnez votre accord.</translation>
    </message>
</context>
<context>
    <name>VersionPart</name>
    <message>
        <source>Versi&amp;on for a recipient</source>
        <translation>Version p&amp;our un destinataire</translation>
    </message>
    <message>
        <source>&amp;Draw up…</source>
        <translation>Éta&amp;blir…</translation>
    </message>
    <message>
        <source>Mask &amp;words…</source>
        <translation>Mas&amp;quer des mots…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Mask &amp;files…</source>
        <translation>Masquer dans les fic&amp;hiers…</translation>
    </message>
</context>
<context>
    <name>ViewerView</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>Re&amp;chercher…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Montrer le fichier</translation>
    </message>
    <message>
        <source>Coding of the text</source>
        <translation>Codage du texte</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Contenu du fichier</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Le fichier est en cours de lecture…</translation>
    </message>
    <message>
        <source>The file asks for what is not given to it: {what}.</source>
        <translation>Le fichier demande ce qui ne lui est pas donné&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>This has no text.</source>
        <translation>Il n&apos;y a pas de texte ici.</translation>
    </message>
    <message>
        <source>The words of the file, without its form</source>
        <translation>Les mots du fichier, sans sa mise en forme</translation>
    </message>
    <message>
        <source>{coding}: a guess, the file does not say</source>
        <translation>{coding}&#xa0;: une supposition, le fichier ne le dit pas</translation>
    </message>
    <message>
        <source>Coding: {coding}</source>
        <translation>Codage&#xa0;: {coding}</translation>
    </message>
    <message>
        <source>A recording within a file is not played.</source>
        <translation>Un enregistrement contenu dans un fichier n&apos;est pas lu.</translation>
    </message>
    <message>
        <source>The first {shown} of {count} lines are shown. Take the file out to see the rest.</source>
        <translation>Les {shown} premières lignes sur {count} sont montrées. Sortez le fichier pour voir le reste.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>{what}: the bytes are shown.</source>
        <translation>{what}&#xa0;: les octets sont affichés.</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>Answer…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Read what is sealed…</source>
        <translation>Lire ce qui est scellé…</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) of linguists wait for an answer.</source>
        <translation>
            <numerusform>%n question d&apos;un linguiste attend une réponse.</numerusform>
            <numerusform>%n questions de linguistes attendent une réponse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Voir ce travail…</translation>
    </message>
    <message numerus="yes">
        <source>Work that %n linguist(s) handed back is not merged.</source>
        <translation>
            <numerusform>Le travail que %n linguiste a rendu n&apos;est pas intégré.</numerusform>
            <numerusform>Le travail que %n linguistes ont rendu n&apos;est pas intégré.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed message(s) wait for a magistrate.</source>
        <translation>
            <numerusform>%n message scellé attend un magistrat.</numerusform>
            <numerusform>%n messages scellés attendent un magistrat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Place in the recording</source>
        <translation>Endroit dans l&apos;enregistrement</translation>
    </message>
    <message>
        <source>{time} of {whole}</source>
        <translation>{time} sur {whole}</translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Event chain broken</source>
        <translation>Chaîne d&apos;événements rompue</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) at unlocking</source>
        <translation>
            <numerusform>%n constat au déverrouillage</numerusform>
            <numerusform>%n constats au déverrouillage</numerusform>
        </translation>
    </message>
    <message>
        <source>Event chain checked</source>
        <translation>Chaîne d&apos;événements vérifiée</translation>
    </message>
    <message>
        <source>Until everything is checked you can read, and what you type is kept as a draft. What is to be recorded or signed waits.</source>
        <translation>Tant que tout n&apos;est pas vérifié, vous pouvez lire, et ce que vous tapez est gardé comme brouillon. Ce qui doit être enregistré ou signé attend.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Memory may reach the disk</source>
        <translation>La mémoire peut aller sur le disque</translation>
    </message>
    <message>
        <source>Your recovery code was never typed back, so nobody knows whether it is on paper. Make a new one under Office, Keys and recovery.</source>
        <translation>Votre code de secours n&apos;a jamais été recopié&#xa0;; personne ne sait donc s&apos;il est sur papier. Faites-en un nouveau sous Cabinet, Clés et secours.</translation>
    </message>
    <message>
        <source>Code not on paper</source>
        <translation>Code non mis sur papier</translation>
    </message>
    <message>
        <source>What you typed was saved as a draft. It is shown again when you open the form.</source>
        <translation>Ce que vous avez écrit a été enregistré comme brouillon. Vous le retrouverez en rouvrant le formulaire.</translation>
    </message>
    <message>
        <source>Look at what ca&amp;me back…</source>
        <translation>Voir ce &amp;qui est rendu…</translation>
    </message>
    <message>
        <source>&amp;Go back there</source>
        <translation>&amp;Y revenir</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw version {number} of turn {turn}?</source>
        <translation>Retirer la version {number} de {turn}&#xa0;?</translation>
    </message>
    <message>
        <source>Its author takes it back. It stays readable, and no earlier version takes its place: the next one does.</source>
        <translation>Son auteur la retire. Elle reste lisible, et aucune version antérieure ne la remplace&#xa0;: la suivante le fera.</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The confirmation stays on record, with who withdrew it and why. It no longer counts.</source>
        <translation>La confirmation reste consignée, avec qui l&apos;a retirée et pourquoi. Elle ne compte plus.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>Un motif est nécessaire. Veuillez écrire pourquoi.</translation>
    </message>
    <message>
        <source>Withdraw a confirmation</source>
        <translation>Retirer une confirmation</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>Veuillez écrire pourquoi.</translation>
    </message>
</context>
<context>
    <name>WordingDialog</name>
    <message>
        <source>New wording</source>
        <translation>Nouvelle formule</translation>
    </message>
    <message>
        <source>Next version of {name}</source>
        <translation>Version suivante de {name}</translation>
    </message>
    <message>
        <source>Words in braces are filled in for each certificate. Of a translation: {places}. Of the interpreting in an interview: {interpreting}. What the linguist completes by hand stands as {gap}.</source>
        <translation>Les mots entre accolades sont remplis pour chaque attestation. D&apos;une traduction&#xa0;: {places}. De l&apos;interprétation lors d&apos;une audition&#xa0;: {interpreting}. Ce que le linguiste complète à la main figure comme {gap}.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Fill in the neutral &amp;draft of this program</source>
        <translation>Remplir le &amp;projet neutre de ce programme</translation>
    </message>
    <message>
        <source>Fill in the neutral draft for an &amp;interpreter</source>
        <translation>Remplir le projet neutre pour un &amp;interprète</translation>
    </message>
    <message>
        <source>&amp;This is the official formula of the office</source>
        <translation>&amp;Ceci est la formule officielle du cabinet</translation>
    </message>
    <message>
        <source>&amp;Enter it</source>
        <translation>&amp;Entrer</translation>
    </message>
    <message>
        <source>Please name the wording.</source>
        <translation>Veuillez nommer la formule.</translation>
    </message>
    <message>
        <source>Please choose a language.</source>
        <translation>Veuillez choisir une langue.</translation>
    </message>
    <message>
        <source>Every certificate needs this.</source>
        <translation>Tout certificat en a besoin.</translation>
    </message>
    <message>
        <source>This is a neutral draft and no official formula. Change it as your law asks.</source>
        <translation>Ceci est un projet neutre et non une formule officielle. Adaptez-le à votre droit.</translation>
    </message>
</context>
<context>
    <name>WordingTexts</name>
    <message>
        <source>Every word below is signed. What the program does not know stands as {gap}: write it. An empty element is left out where the law allows it.</source>
        <translation>Chaque mot ci-dessous est signé. Ce que le programme ne sait pas est noté {gap}&#xa0;: écrivez-le. Un élément vide est omis là où la loi le permet.</translation>
    </message>
    <message>
        <source>Written before, and no part of the certificate:</source>
        <translation>Écrit auparavant, ne fait pas partie du certificat&#xa0;:</translation>
    </message>
</context>
<context>
    <name>WordingsDialog</name>
    <message>
        <source>Wordings of certificates</source>
        <translation>Formules de certificats</translation>
    </message>
    <message>
        <source>A change is the next version; certificates that are given keep the wording that they have.</source>
        <translation>Une modification est la version suivante&#xa0;; les certificats donnés gardent leur formule.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Entrée le</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation>Formules</translation>
    </message>
    <message>
        <source>There is no wording yet. Enter the first one below.</source>
        <translation>Il n&apos;y a pas encore de formule. Entrez la première ci-dessous.</translation>
    </message>
    <message>
        <source>Next &amp;version…</source>
        <translation>&amp;Version suivante…</translation>
    </message>
    <message>
        <source>&amp;New wording…</source>
        <translation>&amp;Nouvelle formule…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Formula of the office</source>
        <translation>Formule du cabinet</translation>
    </message>
    <message>
        <source>No official formula</source>
        <translation>Pas de formule officielle</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Words of the claims</source>
        <translation>Mots des déclarations</translation>
    </message>
    <message>
        <source>Nobody can read these words. Enter them again: Correct the words…</source>
        <translation>Personne ne peut lire ces mots. Saisissez-les de nouveau&#xa0;: Corriger les mots…</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Numbers, dates, names</source>
        <translation>Nombres, dates, noms</translation>
    </message>
    <message>
        <source>next</source>
        <translation>suivant</translation>
    </message>
    <message>
        <source>as said, because…</source>
        <translation>comme dit, parce que…</translation>
    </message>
    <message>
        <source>From this case</source>
        <translation>De ce dossier</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>Notes and doubts</source>
        <translation>Notes et doutes</translation>
    </message>
    <message>
        <source>St&amp;rike out…</source>
        <translation>&amp;Rayer…</translation>
    </message>
    <message>
        <source>Asked of the judge</source>
        <translation>Demandé au juge</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} à regarder</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>{percent} % semblable</translation>
    </message>
    <message>
        <source>no term yet</source>
        <translation>pas encore de terme</translation>
    </message>
    <message>
        <source>{percent} %, {job}, {name}, {at}, {state}</source>
        <translation>{percent} %, {job}, {name}, {at}, {state}</translation>
    </message>
    <message>
        <source>another linguist</source>
        <translation>un autre linguiste</translation>
    </message>
    <message>
        <source>take</source>
        <translation>prendre</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} sans réponse</translation>
    </message>
    <message>
        <source>Take the question back…</source>
        <translation>Retirer la question…</translation>
    </message>
    <message>
        <source>since {at}; it needs an answer before a certificate</source>
        <translation>depuis le {at}&#xa0;; il faut une réponse avant une certification</translation>
    </message>
    <message>
        <source>Answer of {at}: {text}</source>
        <translation>Réponse du {at}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Pla&amp;ce again…</source>
        <translation>Repla&amp;cer…</translation>
    </message>
    <message>
        <source>To be placed again: at an earlier wording, neither signed nor printed with this one.</source>
        <translation>À replacer&#xa0;: dans une version antérieure, ni signée ni imprimée avec celle-ci.</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Signed all the same: {reason}</source>
        <translation>Signé malgré tout&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>WorkRows</name>
    <message>
        <source>As it was said</source>
        <translation>Tel que dit</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Biffé</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Tapé</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>Non commencée</translation>
    </message>
    <message>
        <source>{author}, typed by {typist}</source>
        <translation>{author}, tapé par {typist}</translation>
    </message>
    <message>
        <source>another job</source>
        <translation>autre travail</translation>
    </message>
    <message>
        <source>State, notes</source>
        <translation>État, notes</translation>
    </message>
</context>
<context>
    <name>_ArrivalPart</name>
    <message>
        <source>&amp;Number of the exhibit that holds it</source>
        <translation>&amp;Numéro de la pièce qui le contient</translation>
    </message>
    <message>
        <source>Received b&amp;y</source>
        <translation>Reç&amp;u par</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Choisissez</translation>
    </message>
    <message>
        <source>Recei&amp;ved on</source>
        <translation>Reçu &amp;le</translation>
    </message>
    <message>
        <source>Pl&amp;ace</source>
        <translation>Li&amp;eu</translation>
    </message>
    <message>
        <source>Reason for the &amp;delay</source>
        <translation>R&amp;aison du retard</translation>
    </message>
    <message>
        <source>Only if it was received more than a day ago</source>
        <translation>Seulement s&apos;il a été reçu il y a plus d&apos;un jour</translation>
    </message>
    <message>
        <source>E&amp;xhibits that are imported</source>
        <translation>Pièce&amp;s qui sont importées</translation>
    </message>
    <message>
        <source>A&amp;ll that came</source>
        <translation>&amp;Tout ce qui est arrivé</translation>
    </message>
    <message>
        <source>Please choose who received it.</source>
        <translation>Choisissez qui l&apos;a reçu.</translation>
    </message>
    <message>
        <source>This case has no official yet. Enter who received it: page Cases, section Officials.</source>
        <translation>Cette affaire n&apos;a pas encore d&apos;agent. Inscrivez qui l&apos;a reçu&#xa0;: page Affaires, rubrique Agents.</translation>
    </message>
    <message>
        <source>files did not come</source>
        <translation>des fichiers ne sont pas arrivés</translation>
    </message>
    <message>
        <source>Answers the re&amp;quest</source>
        <translation>Répond à la de&amp;mande</translation>
    </message>
    <message>
        <source>None is chosen</source>
        <translation>Aucune n&apos;est choisie</translation>
    </message>
    <message>
        <source>&amp;Why it is refused</source>
        <translation>Pour&amp;quoi elle est refusée</translation>
    </message>
    <message>
        <source>{request} (named in the package)</source>
        <translation>{request} (nommée dans le paquet)</translation>
    </message>
</context>
<context>
    <name>_DataField</name>
    <message>
        <source>Folder with data for later checks</source>
        <translation>Dossier des données pour vérifications ultérieures</translation>
    </message>
    <message>
        <source>Revocation lists, OCSP answers: for B-LT</source>
        <translation>Listes (CRL), réponses OCSP&#xa0;: pour B-LT</translation>
    </message>
    <message>
        <source>There is no folder of this name.</source>
        <translation>Il n&apos;y a pas de dossier de ce nom.</translation>
    </message>
</context>
<context>
    <name>_KeyField</name>
    <message>
        <source>Press the new key</source>
        <translation>Appuyez sur la nouvelle touche</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>{statement}: the file names the account {named}. {who} said on {when} that it is {account}, then entered as {then}: {because}</source>
        <translation>{statement}&#xa0;: le fichier désigne le compte {named}. {who} a déclaré le {when} que c&apos;est {account}, saisi alors comme {then}&#xa0;: {because}</translation>
    </message>
    <message>
        <source>The statement was struck out.</source>
        <translation>Le relevé a été biffé.</translation>
    </message>
</context>
<context>
    <name>act</name>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Needed if it was more than a day ago</source>
        <translation>Requis après plus d’un jour</translation>
    </message>
</context>
<context>
    <name>action_day</name>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Begins there</source>
        <translation>Début sur place</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Attribués</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Annulés</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Ni l&apos;un ni l&apos;autre</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>As seen</source>
        <translation>Constaté</translation>
    </message>
</context>
<context>
    <name>ads</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Publiée</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>Wave</source>
        <translation>Vague</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>States</source>
        <translation>États</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>Prochain délai</translation>
    </message>
    <message>
        <source>Answers and links</source>
        <translation>Réponses et liens</translation>
    </message>
    <message>
        <source>Last sent or received</source>
        <translation>Dernier envoi ou arrivée</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
</context>
<context>
    <name>booking</name>
    <message>
        <source>{day}, value date</source>
        <translation>{day}, date de valeur</translation>
    </message>
    <message>
        <source>{words}: not counted</source>
        <translation>{words}&#xa0;: non comptée</translation>
    </message>
    <message>
        <source>{words}: counted</source>
        <translation>{words}&#xa0;: comptée</translation>
    </message>
    <message numerus="yes">
        <source>Not counted, because only announced or rejected: %n transaction(s).</source>
        <translation>
            <numerusform>Non comptée, parce que seulement annoncée ou rejetée&#xa0;: %n opération.</numerusform>
            <numerusform>Non comptées, parce que seulement annoncées ou rejetées&#xa0;: %n opérations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n transaction(s) whose status the bank states in its own words ({words}).</source>
        <translation>
            <numerusform>Non comptée&#xa0;: %n opération dont la banque indique l&apos;état dans ses propres mots ({words}).</numerusform>
            <numerusform>Non comptées&#xa0;: %n opérations dont la banque indique l&apos;état dans ses propres mots ({words}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted: %n transaction(s) whose status the bank states in its own words ({words}).</source>
        <translation>
            <numerusform>Comptée&#xa0;: %n opération dont la banque indique l&apos;état dans ses propres mots ({words}).</numerusform>
            <numerusform>Comptées&#xa0;: %n opérations dont la banque indique l&apos;état dans ses propres mots ({words}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted without a stated status: %n transaction(s).</source>
        <translation>
            <numerusform>Comptée sans état indiqué&#xa0;: %n opération.</numerusform>
            <numerusform>Comptées sans état indiqué&#xa0;: %n opérations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n transaction(s) the value date alone is known; it stands for the day.</source>
        <translation>
            <numerusform>De %n opération, seule la date de valeur est connue&#xa0;; elle tient lieu de jour.</numerusform>
            <numerusform>De %n opérations, seule la date de valeur est connue&#xa0;; elle tient lieu de jour.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>brought</name>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>Disputed by the reviser</source>
        <translation>Contestées par le réviseur</translation>
    </message>
    <message>
        <source>Agreed by the reviser</source>
        <translation>Approuvées par le réviseur</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Signed as checked</source>
        <translation>Signées comme relues</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirées</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Concepts</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>Sealed for the magistrates</source>
        <translation>Sous scellé pour les magistrats</translation>
    </message>
    <message>
        <source>Declarations</source>
        <translation>Déclarations</translation>
    </message>
</context>
<context>
    <name>bugs</name>
    <message>
        <source>Something went wrong</source>
        <translation>Une erreur s&apos;est produite</translation>
    </message>
    <message>
        <source>The program made a mistake. What was saved is safe. Please report this code: {code}</source>
        <translation>Le programme a fait une erreur. Ce qui était enregistré est en sûreté. Veuillez signaler ce code&#xa0;: {code}</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>New case</source>
        <translation>Nouvelle affaire</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Correct the identity of {person}</source>
        <translation>Corriger l’identité de {person}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Enter the identity of {person} again</source>
        <translation>Saisir à nouveau l&apos;identité de {person}</translation>
    </message>
    <message>
        <source>Nobody can read what is sealed of this person. What you enter here takes its place, and what was sealed is kept beside it as it was. The history says that it could not be read.</source>
        <translation>Personne ne peut lire ce qui est scellé de cette personne. Ce que vous saisissez ici en prend la place, et ce qui était scellé est conservé à côté tel quel. L&apos;historique dit que cela ne pouvait pas être lu.</translation>
    </message>
    <message>
        <source>The former value stays readable, with the reason.</source>
        <translation>L’ancienne valeur reste lisible, avec le motif.</translation>
    </message>
    <message>
        <source>It is sealed separately from the case file, and shown only for a stated reason.</source>
        <translation>Elle est scellée à part du dossier et ne se montre que sur motif.</translation>
    </message>
    <message>
        <source>Identity of {person}</source>
        <translation>Identité de {person}</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Scellé</translation>
    </message>
</context>
<context>
    <name>certify</name>
    <message>
        <source>Turn</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>What is certified</source>
        <translation>Ce qui est certifié</translation>
    </message>
    <message>
        <source>Neutral draft of the program, {language}</source>
        <translation>Projet neutre du programme, {language}</translation>
    </message>
    <message>
        <source>{name}, {language}, version {number}</source>
        <translation>{name}, {language}, version {number}</translation>
    </message>
    <message>
        <source>{wording} (no official formula)</source>
        <translation>{wording} (pas de formule officielle)</translation>
    </message>
    <message>
        <source>It is certified. It comes into the vault when it is handed back and merged.</source>
        <translation>C&apos;est certifié. Cela entre dans le coffre une fois rendu et intégré.</translation>
    </message>
    <message>
        <source>Certify the translation</source>
        <translation>Certifier la traduction</translation>
    </message>
    <message>
        <source>One signature covers the last version of every turn, with its notes.</source>
        <translation>Une seule signature couvre la dernière version de chaque intervention, avec ses notes.</translation>
    </message>
    <message>
        <source>{name} certifies job {number}</source>
        <translation>{name} certifie le travail {number}</translation>
    </message>
    <message>
        <source>One signature covers the last version of every turn, with its notes. It is made with the key that your passphrase opens; a card or a key file signs at the desk of the office.</source>
        <translation>Une seule signature couvre la dernière version de chaque intervention, avec ses notes. Elle est faite avec la clé que votre phrase de passe ouvre&#xa0;; une carte ou un fichier de clé signe au poste du cabinet.</translation>
    </message>
</context>
<context>
    <name>checking</name>
    <message>
        <source>Valid</source>
        <translation>Valable</translation>
    </message>
    <message>
        <source>Valid, with remarks</source>
        <translation>Valable, avec remarques</translation>
    </message>
    <message>
        <source>Cannot be judged</source>
        <translation>Impossible à juger</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Non valable</translation>
    </message>
    <message>
        <source>Nothing that the signatures cover was changed, and each leads to a certificate that you trust.</source>
        <translation>Rien de ce que couvrent les signatures n&apos;a été modifié, et chacune mène à un certificat auquel vous faites confiance.</translation>
    </message>
    <message>
        <source>The signatures are valid. The remarks say what they do not cover or prove.</source>
        <translation>Les signatures sont valables. Les remarques disent ce qu&apos;elles ne couvrent ou ne prouvent pas.</translation>
    </message>
    <message>
        <source>Nothing proves a change, but something is missing. What would resolve it stands below.</source>
        <translation>Rien ne prouve une modification, mais il manque quelque chose. Ce qui le résoudrait est dit plus bas.</translation>
    </message>
    <message>
        <source>The proof stands below. Do not rely on this file.</source>
        <translation>La preuve est plus bas. Ne vous fiez pas à ce fichier.</translation>
    </message>
    <message>
        <source>It is a receipt for a package. This check does not enter it: take Packages sent and received, then Enter a receipt.</source>
        <translation>C&apos;est un accusé de réception d&apos;un paquet. Ce contrôle ne l&apos;inscrit pas&#xa0;: prenez Paquets envoyés et reçus, puis Inscrire un accusé.</translation>
    </message>
    <message>
        <source>It is a notice about something that was sent. This check does not enter it: take Packages sent and received, Notices, then Enter a notice.</source>
        <translation>C&apos;est un avis sur quelque chose qui a été envoyé. Ce contrôle ne l&apos;inscrit pas&#xa0;: prenez Paquets envoyés et reçus, Avis, puis Inscrire un avis.</translation>
    </message>
    <message>
        <source>Remark:</source>
        <translation>Remarque&#xa0;:</translation>
    </message>
    <message>
        <source>Open:</source>
        <translation>Question ouverte&#xa0;:</translation>
    </message>
    <message>
        <source>Proof:</source>
        <translation>Preuve&#xa0;:</translation>
    </message>
    <message>
        <source>Signature {number} of {count}</source>
        <translation>Signature {number} sur {count}</translation>
    </message>
    <message>
        <source>Time stamp {number} of {count}</source>
        <translation>Horodatage {number} sur {count}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non dit</translation>
    </message>
    <message>
        <source>{time}, as the signer claims</source>
        <translation>{time}, selon le signataire</translation>
    </message>
    <message>
        <source>{time}, by a time stamp that you trust</source>
        <translation>{time}, par un horodatage auquel vous faites confiance</translation>
    </message>
    <message>
        <source>{time}, by a time stamp of an authority that you do not trust yet</source>
        <translation>{time}, par un horodatage d&apos;une autorité à laquelle vous ne faites pas encore confiance</translation>
    </message>
    <message>
        <source>This program made the file; its own strict rules apply.</source>
        <translation>Ce programme a fait le fichier&#xa0;; ses propres règles strictes s&apos;appliquent.</translation>
    </message>
    <message>
        <source>By (as the certificate says)</source>
        <translation>Par (selon le certificat)</translation>
    </message>
    <message>
        <source>Certificate issued by</source>
        <translation>Certificat délivré par</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>Son SHA-256</translation>
    </message>
    <message>
        <source>Trusted because of</source>
        <translation>Confiance par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Couvre</translation>
    </message>
    <message>
        <source>EN 319 102-1</source>
        <translation>EN 319 102-1</translation>
    </message>
</context>
<context>
    <name>checklist</name>
    <message>
        <source>{entry}  —  {reason}</source>
        <translation>{entry}  —  {reason}</translation>
    </message>
</context>
<context>
    <name>choose</name>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Regarder dans&#xa0;:</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Type&#xa0;:</translation>
    </message>
</context>
<context>
    <name>chronology</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
</context>
<context>
    <name>claims</name>
    <message>
        <source>Correct a claim</source>
        <translation>Corriger une déclaration</translation>
    </message>
    <message>
        <source>Record, exhibit and page stay: a claim from elsewhere is entered as another one.</source>
        <translation>Le procès-verbal, la pièce et la page restent&#xa0;: une déclaration faite ailleurs s&apos;inscrit comme une autre.</translation>
    </message>
    <message>
        <source>Correct the words of a claim</source>
        <translation>Corriger les mots d&apos;une déclaration</translation>
    </message>
    <message>
        <source>Enter the words as they should be. The former ones stay sealed beside them.</source>
        <translation>Inscrivez les mots tels qu&apos;ils doivent être. Les anciens restent scellés à côté.</translation>
    </message>
    <message>
        <source>Age of {person}: decision</source>
        <translation>Âge de {person}&#xa0;: décision</translation>
    </message>
    <message>
        <source>&amp;Enter the decision</source>
        <translation>&amp;Inscrire la décision</translation>
    </message>
    <message>
        <source>That the person is an adult ends the presumption for the claims that are there now. A later claim under 18 begins it again.</source>
        <translation>Que la personne soit majeure met fin à la présomption pour les déclarations présentes. Une déclaration ultérieure de moins de 18 ans la fait renaître.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Déclaration</translation>
    </message>
    <message>
        <source>Entered under</source>
        <translation>Inscrite sous</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>words sealed</source>
        <translation>mots scellés</translation>
    </message>
    <message>
        <source>said by {who}</source>
        <translation>dit par {who}</translation>
    </message>
    <message>
        <source>{record}, turn {turn}</source>
        <translation>{record}, intervention {turn}</translation>
    </message>
    <message>
        <source>{exhibit}, p. {page}</source>
        <translation>{exhibit}, p. {page}</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Turn was changed</source>
        <translation>Intervention modifiée</translation>
    </message>
    <message>
        <source>Child presumed</source>
        <translation>Présumé enfant</translation>
    </message>
    <message>
        <source>In documents</source>
        <translation>Dans les actes</translation>
    </message>
    <message>
        <source>Person {person}: claims, not facts</source>
        <translation>Personne {person}&#xa0;: des déclarations, non des faits</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>This cannot be read. Write for example {example}.</source>
        <translation>Ceci n’est pas lisible. Écrivez par exemple {example}.</translation>
    </message>
    <message>
        <source>Write the year with four digits.</source>
        <translation>Écrivez l’année avec quatre chiffres.</translation>
    </message>
    <message>
        <source>Write the day before the month, or the month as a word.</source>
        <translation>Écrivez le jour avant le mois, ou le mois en toutes lettres.</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Ce jour n’existe pas.</translation>
    </message>
    <message>
        <source>That day falls on a {weekday}.</source>
        <translation>Ce jour tombe un {weekday}.</translation>
    </message>
    <message>
        <source>The day is missing.</source>
        <translation>Le jour manque.</translation>
    </message>
    <message>
        <source>The time is missing.</source>
        <translation>L’heure manque.</translation>
    </message>
    <message>
        <source>Write the day without a time.</source>
        <translation>Écrivez le jour sans heure.</translation>
    </message>
    <message>
        <source>There is no such time of day.</source>
        <translation>Cette heure n’existe pas.</translation>
    </message>
    <message>
        <source>Write the time from 00:00 to 23:59.</source>
        <translation>Écrivez l’heure de 00:00 à 23:59.</translation>
    </message>
    <message>
        <source>This time did not exist: the clocks went forward that night.</source>
        <translation>Cette heure n’a pas existé&#xa0;: les horloges ont été avancées cette nuit-là.</translation>
    </message>
    <message>
        <source>That place did not use this offset at that time.</source>
        <translation>Ce lieu n’utilisait pas ce décalage à ce moment.</translation>
    </message>
    <message>
        <source>This time came twice that night. Write {first} or {second} after it.</source>
        <translation>Cette heure est venue deux fois cette nuit-là. Écrivez {first} ou {second} à la suite.</translation>
    </message>
    <message>
        <source>The place of the time is not known. Write its offset after it, for example {first}.</source>
        <translation>Le lieu de cette heure n’est pas connu. Écrivez le décalage à la suite, par exemple {first}.</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>La période se termine avant de commencer.</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>Est-ce exact&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Save it as it is</source>
        <translation>&amp;Enregistrer tel quel</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>The record stays readable here. It goes into a bundle only with a reason.</source>
        <translation>Le procès-verbal reste lisible ici. Il n’entre dans un dossier transmis qu’avec un motif.</translation>
    </message>
    <message>
        <source>The restriction stays readable beside the decision that lifts it.</source>
        <translation>La limitation reste lisible à côté de la décision qui la lève.</translation>
    </message>
    <message>
        <source>The record stays readable, and is never printed without the word. This is final.</source>
        <translation>Le procès-verbal reste lisible, et n’est jamais imprimé sans cette mention. C’est définitif.</translation>
    </message>
    <message>
        <source>Record {number}: {decision}</source>
        <translation>Procès-verbal {number}&#xa0;: {decision}</translation>
    </message>
    <message>
        <source>&amp;Enter the decision</source>
        <translation>&amp;Inscrire la décision</translation>
    </message>
    <message>
        <source>This record is signed and can only be read. Its digest begins with {digest}.</source>
        <translation>Ce procès-verbal est signé et peut seulement être lu. Son empreinte commence par {digest}.</translation>
    </message>
    <message>
        <source>Tell those who received it of the decision: {bundles}.</source>
        <translation>Informez de la décision ceux qui l’ont reçu&#xa0;: {bundles}.</translation>
    </message>
    <message>
        <source>{decision}: {reference}, {who}.</source>
        <translation>{decision}&#xa0;: {reference}, {who}.</translation>
    </message>
    <message>
        <source>It is sealed: its digest was computed again, and is the one that was signed.</source>
        <translation>Il est scellé&#xa0;: son empreinte a été recalculée, et c&apos;est celle qui a été signée.</translation>
    </message>
    <message>
        <source>Rectified by {numbers}.</source>
        <translation>Rectifié par {numbers}.</translation>
    </message>
    <message>
        <source>Supplemented by {numbers}.</source>
        <translation>Complété par {numbers}.</translation>
    </message>
    <message>
        <source>This is a copy of a statement made elsewhere; the file prevails, and the signature confirms the copy alone. Its digest begins with {digest}.</source>
        <translation>Ceci est la copie d&apos;une déclaration faite ailleurs&#xa0;; le fichier fait foi, et la signature ne confirme que la copie. Son empreinte commence par {digest}.</translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>One a line</source>
        <translation>Un par ligne</translation>
    </message>
    <message>
        <source>Please write a whole number above zero.</source>
        <translation>Écrivez un nombre entier supérieur à zéro.</translation>
    </message>
    <message>
        <source>Please write an amount in digits, for example 1250.50.</source>
        <translation>Écrivez un montant en chiffres, par exemple 1250.50.</translation>
    </message>
    <message>
        <source>This amount can be read in two ways. Please write {whole}, or {part}.</source>
        <translation>Ce montant peut se lire de deux façons. Veuillez écrire {whole} ou {part}.</translation>
    </message>
    <message>
        <source>Please write a whole number of seconds, such as 3 or -3.</source>
        <translation>Veuillez écrire un nombre entier de secondes, par exemple 3 ou -3.</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>The present entry (struck out, or not shown to you)</source>
        <translation>L’entrée actuelle (biffée, ou non visible pour vous)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Name or code of the language</source>
        <translation>Nom ou code de la langue</translation>
    </message>
    <message>
        <source>Please choose a language, or write its code, for example ti or so-ET.</source>
        <translation>Choisissez une langue, ou écrivez son code, par exemple ti ou so-ET.</translation>
    </message>
    <message>
        <source>For example {code}</source>
        <translation>Par exemple {code}</translation>
    </message>
    <message>
        <source>Please write the two letters of a State, for example BE.</source>
        <translation>Écrivez les deux lettres d’un État, par exemple BE.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Une autre langue</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>Une autre ligne</translation>
    </message>
    <message>
        <source>Please choose the language of each text.</source>
        <translation>Choisissez la langue de chaque texte.</translation>
    </message>
    <message>
        <source>Please say what each line is about.</source>
        <translation>Indiquez l’objet de chaque ligne.</translation>
    </message>
    <message>
        <source>Please write the text of each line, or leave the line empty.</source>
        <translation>Veuillez écrire le texte de chaque ligne, ou laisser la ligne vide.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Who or what says so</source>
        <translation>Qui ou quoi l&apos;indique</translation>
    </message>
    <message>
        <source>Please write the date of each line.</source>
        <translation>Écrivez la date de chaque ligne.</translation>
    </message>
    <message>
        <source>The same entry occurs twice.</source>
        <translation>La même mention figure deux fois.</translation>
    </message>
    <message>
        <source>Choose, or type a name</source>
        <translation>Choisir, ou taper un nom</translation>
    </message>
    <message>
        <source>Not shown for your function</source>
        <translation>Non affiché pour votre fonction</translation>
    </message>
    <message>
        <source>“{code}” is no language. Please write codes or names, for example ti, fr.</source>
        <translation>«&#xa0;{code}&#xa0;» n’est pas une langue. Veuillez écrire des codes ou des noms, par exemple ti, fr.</translation>
    </message>
    <message>
        <source>“{code}” is no State. Please write two letters for each, for example ER, BE.</source>
        <translation>«&#xa0;{code}&#xa0;» n’est pas un État. Veuillez écrire deux lettres pour chacun, par exemple ER, BE.</translation>
    </message>
    <message>
        <source>“{code}” is no direction. Please write two codes each, for example ti &gt; fr.</source>
        <translation>«&#xa0;{code}&#xa0;» n’est pas un sens de traduction. Veuillez écrire deux codes, par exemple ti &gt; fr.</translation>
    </message>
    <message>
        <source>Please write the code of a currency, for example EUR.</source>
        <translation>Écrivez le code d&apos;une monnaie, par exemple EUR.</translation>
    </message>
    <message>
        <source>City or time zone</source>
        <translation>Ville ou fuseau horaire</translation>
    </message>
    <message>
        <source>Please choose a time zone, or write a city, for example Brussels or Europe/Brussels.</source>
        <translation>Veuillez choisir un fuseau horaire, ou écrire une ville, par exemple Bruxelles ou Europe/Brussels.</translation>
    </message>
    <message>
        <source>Tick measures above: what they need besides is then asked here.</source>
        <translation>Cochez des mesures ci-dessus&#xa0;: ce qu&apos;elles exigent est alors demandé ici.</translation>
    </message>
</context>
<context>
    <name>elsewhere</name>
    <message>
        <source>Statement made elsewhere</source>
        <translation>Déclaration faite ailleurs</translation>
    </message>
    <message>
        <source>The file stays the exhibit and prevails. Its text is taken over page by page. Enter only what the file says; what it does not say stays empty.</source>
        <translation>Le fichier reste la pièce et fait foi. Son texte est repris page par page. N&apos;inscrivez que ce que dit le fichier&#xa0;; ce qu&apos;il ne dit pas reste vide.</translation>
    </message>
    <message>
        <source>Begin the copy</source>
        <translation>Commencer la copie</translation>
    </message>
    <message>
        <source>The file is read…</source>
        <translation>Le fichier est lu…</translation>
    </message>
    <message>
        <source>What the file says of the statement</source>
        <translation>Ce que le fichier dit de la déclaration</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>p. {page}</translation>
    </message>
    <message>
        <source>p. {page}, l. {lines}</source>
        <translation>p. {page}, l. {lines}</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposée</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparée</translation>
    </message>
    <message>
        <source>Read from the file</source>
        <translation>Lue dans le fichier</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Tapé</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>&amp;Persons</source>
        <translation>&amp;Personnes</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Correct a person</source>
        <translation>Corriger une personne</translation>
    </message>
    <message>
        <source>&amp;Authorities</source>
        <translation>&amp;Autorités</translation>
    </message>
    <message>
        <source>Add an authority</source>
        <translation>Ajouter une autorité</translation>
    </message>
    <message>
        <source>Correct an authority</source>
        <translation>Corriger une autorité</translation>
    </message>
    <message>
        <source>P&amp;roceedings</source>
        <translation>Procéd&amp;ures</translation>
    </message>
    <message>
        <source>Add a proceeding</source>
        <translation>Ajouter une procédure</translation>
    </message>
    <message>
        <source>Correct a proceeding</source>
        <translation>Corriger une procédure</translation>
    </message>
    <message>
        <source>Register an order, request or agreement</source>
        <translation>Enregistrer une décision, une demande ou un accord</translation>
    </message>
    <message>
        <source>Correct an order, request or agreement</source>
        <translation>Corriger un instrument</translation>
    </message>
    <message>
        <source>O&amp;fficials</source>
        <translation>Agent&amp;s</translation>
    </message>
    <message>
        <source>O&amp;bjects</source>
        <translation>&amp;Objets</translation>
    </message>
    <message>
        <source>Acco&amp;unts</source>
        <translation>Co&amp;mptes</translation>
    </message>
    <message>
        <source>Add an official</source>
        <translation>Ajouter un agent</translation>
    </message>
    <message>
        <source>Enter a condition of use</source>
        <translation>Inscrire une condition d&apos;utilisation</translation>
    </message>
    <message>
        <source>Correct a condition of use</source>
        <translation>Corriger une condition d&apos;utilisation</translation>
    </message>
    <message>
        <source>Correct an official</source>
        <translation>Corriger un fonctionnaire</translation>
    </message>
    <message>
        <source>Int&amp;erpreters</source>
        <translation>Int&amp;erprètes</translation>
    </message>
    <message>
        <source>Add an interpreter or translator</source>
        <translation>Ajouter un interprète ou traducteur</translation>
    </message>
    <message>
        <source>Correct an interpreter or translator</source>
        <translation>Corriger un interprète ou traducteur</translation>
    </message>
    <message>
        <source>Add an object</source>
        <translation>Ajouter un objet</translation>
    </message>
    <message>
        <source>Correct an object</source>
        <translation>Corriger un objet</translation>
    </message>
    <message>
        <source>Add an account or a wallet</source>
        <translation>Ajouter un compte ou un portefeuille</translation>
    </message>
    <message>
        <source>Correct an account or a wallet</source>
        <translation>Corriger un compte ou un portefeuille</translation>
    </message>
    <message>
        <source>Transa&amp;ctions</source>
        <translation>T&amp;ransactions</translation>
    </message>
    <message>
        <source>Add a transaction</source>
        <translation>Ajouter une transaction</translation>
    </message>
    <message>
        <source>Correct a transaction</source>
        <translation>Corriger une transaction</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Relevés</translation>
    </message>
    <message>
        <source>Add a statement of account</source>
        <translation>Ajouter un relevé de compte</translation>
    </message>
    <message>
        <source>Correct a statement of account</source>
        <translation>Corriger un relevé de compte</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Remises</translation>
    </message>
    <message>
        <source>Add a hand-over of money</source>
        <translation>Ajouter une remise d&apos;argent</translation>
    </message>
    <message>
        <source>Correct a hand-over of money</source>
        <translation>Corriger une remise d&apos;argent</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Join two hand-overs</source>
        <translation>Mettre deux remises en relation</translation>
    </message>
    <message>
        <source>Correct what joins two hand-overs</source>
        <translation>Corriger la mise en relation de deux remises</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Attributions</translation>
    </message>
    <message>
        <source>Add whose an account is said to be</source>
        <translation>Ajouter à qui un compte est attribué</translation>
    </message>
    <message>
        <source>Correct whose an account is said to be</source>
        <translation>Corriger à qui un compte est attribué</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Salaires</translation>
    </message>
    <message>
        <source>Add a figure of pay</source>
        <translation>Ajouter un chiffre de salaire</translation>
    </message>
    <message>
        <source>Correct a figure of pay</source>
        <translation>Corriger un chiffre de salaire</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouvelle affaire</translation>
    </message>
    <message>
        <source>Correct the case file</source>
        <translation>Corriger le dossier</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Qualités</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>Ajouter une qualité</translation>
    </message>
    <message>
        <source>Correct a role</source>
        <translation>Corriger une qualité</translation>
    </message>
    <message>
        <source>{person}, shown under {kept}</source>
        <translation>{person}, montrée sous {kept}</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Note a transmission</source>
        <translation>Noter une transmission</translation>
    </message>
    <message>
        <source>Correct a transmission</source>
        <translation>Corriger une transmission</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Persons and objects</source>
        <translation>Personnes et objets</translation>
    </message>
    <message>
        <source>Cooperation</source>
        <translation>Coopération</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Argent</translation>
    </message>
    <message>
        <source>&amp;Orders and requests</source>
        <translation>Dé&amp;cisions et demandes</translation>
    </message>
    <message>
        <source>Detai&amp;ls</source>
        <translation>&amp;Données</translation>
    </message>
    <message>
        <source>Action day</source>
        <translation>Journée d&apos;action</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>Enter a team of an action day</source>
        <translation>Inscrire une équipe d&apos;une journée d&apos;action</translation>
    </message>
    <message>
        <source>Correct a team of an action day</source>
        <translation>Corriger une équipe d&apos;une journée d&apos;action</translation>
    </message>
    <message>
        <source>Voided numbers</source>
        <translation>Numéros annulés</translation>
    </message>
    <message>
        <source>Correct a voided number</source>
        <translation>Corriger un numéro annulé</translation>
    </message>
    <message>
        <source>Persons found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>Enter a person found</source>
        <translation>Inscrire une personne trouvée</translation>
    </message>
    <message>
        <source>Correct a person found</source>
        <translation>Corriger une personne trouvée</translation>
    </message>
    <message>
        <source>Void a number, or a row of them (EX-0107 – EX-0112)</source>
        <translation>Annuler un numéro, ou une suite (EX-0107 – EX-0112)</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Séjours</translation>
    </message>
    <message>
        <source>Enter where a person was, as a source says</source>
        <translation>Inscrire où une personne se trouvait, selon une source</translation>
    </message>
    <message>
        <source>Correct a stay</source>
        <translation>Corriger un séjour</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>another form</source>
        <translation>un autre formulaire</translation>
    </message>
    <message>
        <source>a new case</source>
        <translation>une nouvelle affaire</translation>
    </message>
    <message>
        <source>the purpose of access to a case</source>
        <translation>le but de la consultation d&apos;une affaire</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>une personne</translation>
    </message>
    <message>
        <source>an authority</source>
        <translation>une autorité</translation>
    </message>
    <message>
        <source>a proceeding</source>
        <translation>une procédure</translation>
    </message>
    <message>
        <source>an order, request or agreement</source>
        <translation>une décision, une demande ou un accord</translation>
    </message>
    <message>
        <source>an official</source>
        <translation>un agent</translation>
    </message>
    <message>
        <source>an interpreter</source>
        <translation>un interprète</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>an account</source>
        <translation>un compte</translation>
    </message>
    <message>
        <source>a transaction</source>
        <translation>une transaction</translation>
    </message>
    <message>
        <source>a role</source>
        <translation>une qualité</translation>
    </message>
    <message>
        <source>an identity</source>
        <translation>une identité</translation>
    </message>
    <message>
        <source>a correction of the case file</source>
        <translation>une correction du dossier</translation>
    </message>
    <message>
        <source>the reason to open an assessment</source>
        <translation>le motif pour ouvrir une évaluation</translation>
    </message>
    <message>
        <source>an individual assessment</source>
        <translation>une évaluation individuelle</translation>
    </message>
    <message>
        <source>the reason to reveal an identity</source>
        <translation>le motif pour révéler une identité</translation>
    </message>
    <message>
        <source>a new interview</source>
        <translation>une nouvelle audition</translation>
    </message>
    <message>
        <source>a turn</source>
        <translation>une intervention</translation>
    </message>
    <message>
        <source>the test of a backup</source>
        <translation>l&apos;essai d&apos;une sauvegarde</translation>
    </message>
    <message>
        <source>a person present</source>
        <translation>une personne présente</translation>
    </message>
    <message>
        <source>the reason to withdraw a receipt</source>
        <translation>la raison de retirer un accusé de réception</translation>
    </message>
    <message>
        <source>a condition of use</source>
        <translation>une condition d&apos;utilisation</translation>
    </message>
    <message>
        <source>a statement of account</source>
        <translation>un relevé de compte</translation>
    </message>
    <message>
        <source>a hand-over of money</source>
        <translation>une remise d&apos;argent</translation>
    </message>
    <message>
        <source>two hand-overs that belong together</source>
        <translation>deux remises qui vont ensemble</translation>
    </message>
    <message>
        <source>an attribution of an account</source>
        <translation>l&apos;attribution d&apos;un compte</translation>
    </message>
    <message>
        <source>a figure of pay</source>
        <translation>un chiffre de salaire</translation>
    </message>
    <message>
        <source>information given</source>
        <translation>une information donnée</translation>
    </message>
    <message>
        <source>an item of information for a victim</source>
        <translation>un point d’information pour une victime</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>un enregistrement</translation>
    </message>
    <message>
        <source>an intervention of the interpreter</source>
        <translation>une intervention de l’interprète</translation>
    </message>
    <message>
        <source>an event of the timeline</source>
        <translation>un événement du déroulement</translation>
    </message>
    <message>
        <source>a special measure</source>
        <translation>une mesure particulière</translation>
    </message>
    <message>
        <source>an earlier interview</source>
        <translation>une audition antérieure</translation>
    </message>
    <message>
        <source>an interpreter of the record</source>
        <translation>un interprète du procès-verbal</translation>
    </message>
    <message>
        <source>a correction asked for</source>
        <translation>une correction demandée</translation>
    </message>
    <message>
        <source>a signature of the record</source>
        <translation>une signature du procès-verbal</translation>
    </message>
    <message>
        <source>the formalities of a record</source>
        <translation>les formalités d’un procès-verbal</translation>
    </message>
    <message>
        <source>a reading back</source>
        <translation>une relecture</translation>
    </message>
    <message>
        <source>a certificate of an interpreter</source>
        <translation>une attestation d&apos;interprète</translation>
    </message>
    <message>
        <source>the reasons for signing a record</source>
        <translation>les raisons de signer un procès-verbal</translation>
    </message>
    <message>
        <source>a decision about a record</source>
        <translation>une décision sur un procès-verbal</translation>
    </message>
    <message>
        <source>an exhibit</source>
        <translation>une pièce</translation>
    </message>
    <message>
        <source>the level of signatures, as others say it</source>
        <translation>le niveau de signatures, selon d&apos;autres</translation>
    </message>
    <message>
        <source>cooperation data to adopt</source>
        <translation>des données de coopération à adopter</translation>
    </message>
    <message>
        <source>a bar on leaving</source>
        <translation>une interdiction de sortie</translation>
    </message>
    <message>
        <source>the lifting of a bar</source>
        <translation>la levée d&apos;une interdiction</translation>
    </message>
    <message>
        <source>a notice</source>
        <translation>un avis</translation>
    </message>
    <message>
        <source>an import of what was refused</source>
        <translation>l&apos;importation de ce qui a été refusé</translation>
    </message>
    <message>
        <source>the reason why an exhibit was refused</source>
        <translation>le motif du refus d&apos;une pièce</translation>
    </message>
    <message>
        <source>a receipt on paper</source>
        <translation>un accusé de réception sur papier</translation>
    </message>
    <message>
        <source>what words of a bank mean</source>
        <translation>le sens des mots d&apos;une banque</translation>
    </message>
    <message>
        <source>a file to take out</source>
        <translation>un fichier à sortir</translation>
    </message>
    <message>
        <source>the withdrawal of an office or recipient</source>
        <translation>le retrait d&apos;un bureau ou d&apos;un destinataire</translation>
    </message>
    <message>
        <source>the reason of a check</source>
        <translation>le motif d&apos;un contrôle</translation>
    </message>
    <message>
        <source>a custody event</source>
        <translation>un événement de conservation</translation>
    </message>
    <message>
        <source>a bundle</source>
        <translation>une liasse</translation>
    </message>
    <message>
        <source>the signing of a bundle</source>
        <translation>la signature d&apos;une liasse</translation>
    </message>
    <message>
        <source>the refusal of a release</source>
        <translation>le refus d&apos;une remise</translation>
    </message>
    <message>
        <source>a backup</source>
        <translation>une sauvegarde</translation>
    </message>
    <message>
        <source>recovery shares</source>
        <translation>des parts de secours</translation>
    </message>
    <message>
        <source>a new master key</source>
        <translation>une nouvelle clé maîtresse</translation>
    </message>
    <message>
        <source>a key file</source>
        <translation>un fichier de clé</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>une carte</translation>
    </message>
    <message>
        <source>the reason to withdraw or reinstate a file</source>
        <translation>le motif de retirer ou de rétablir un fichier</translation>
    </message>
    <message>
        <source>the withdrawal of a signing key</source>
        <translation>le retrait d&apos;une clé de signature</translation>
    </message>
    <message>
        <source>the reason to open key material</source>
        <translation>le motif pour ouvrir du matériel de clé</translation>
    </message>
    <message>
        <source>the handover of the vault</source>
        <translation>la remise du coffre</translation>
    </message>
    <message>
        <source>retiring a user</source>
        <translation>le départ d&apos;un utilisateur</translation>
    </message>
    <message>
        <source>how a user was identified</source>
        <translation>l&apos;identification d&apos;un utilisateur</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>un utilisateur</translation>
    </message>
    <message>
        <source>a claim about a person</source>
        <translation>une déclaration sur une personne</translation>
    </message>
    <message>
        <source>a correction of a claim</source>
        <translation>une correction de déclaration</translation>
    </message>
    <message>
        <source>the words of a claim</source>
        <translation>les mots d’une déclaration</translation>
    </message>
    <message>
        <source>a decision on an age</source>
        <translation>une décision sur un âge</translation>
    </message>
    <message>
        <source>the merge of two records of a person</source>
        <translation>la fusion de deux fiches d’une personne</translation>
    </message>
    <message>
        <source>the split of merged records</source>
        <translation>la séparation de fiches fusionnées</translation>
    </message>
    <message>
        <source>an answer to a note</source>
        <translation>une réponse à une note</translation>
    </message>
    <message>
        <source>an assignment</source>
        <translation>une attribution</translation>
    </message>
    <message>
        <source>the reasons for signing a translation</source>
        <translation>les raisons de signer une traduction</translation>
    </message>
    <message>
        <source>a dispute of a translation</source>
        <translation>une contestation d&apos;une traduction</translation>
    </message>
    <message>
        <source>a certificate of a translation</source>
        <translation>une attestation d&apos;une traduction</translation>
    </message>
    <message>
        <source>a file for a translator</source>
        <translation>un fichier pour un traducteur</translation>
    </message>
    <message>
        <source>a text of a caution</source>
        <translation>un texte d’avertissement</translation>
    </message>
    <message>
        <source>a wording</source>
        <translation>une formulation</translation>
    </message>
    <message>
        <source>a statement made elsewhere</source>
        <translation>une déclaration faite ailleurs</translation>
    </message>
    <message>
        <source>the particulars of a statement</source>
        <translation>les indications d’une déclaration</translation>
    </message>
    <message>
        <source>{field}: the case has nothing to choose yet. Add it on Cases first.</source>
        <translation>{field}&#xa0;: le dossier n&apos;a encore rien à choisir. Ajoutez-le d&apos;abord dans Dossiers.</translation>
    </message>
    <message>
        <source>{field}: please fill this in.</source>
        <translation>{field}&#xa0;: à remplir.</translation>
    </message>
    <message>
        <source>a supplement to a record</source>
        <translation>un complément à un procès-verbal</translation>
    </message>
    <message>
        <source>a rectification of a record</source>
        <translation>une rectification d&apos;un procès-verbal</translation>
    </message>
    <message>
        <source>a transmission</source>
        <translation>une transmission</translation>
    </message>
    <message>
        <source>the description of a thing</source>
        <translation>la description d&apos;un objet</translation>
    </message>
    <message>
        <source>an online capture</source>
        <translation>une capture en ligne</translation>
    </message>
    <message>
        <source>a team of an action day</source>
        <translation>une équipe d&apos;une journée d&apos;action</translation>
    </message>
    <message>
        <source>a voided number</source>
        <translation>un numéro annulé</translation>
    </message>
    <message>
        <source>a person found</source>
        <translation>une personne trouvée</translation>
    </message>
    <message>
        <source>a line-up</source>
        <translation>une présentation pour reconnaissance</translation>
    </message>
    <message>
        <source>a package that came</source>
        <translation>un paquet qui est arrivé</translation>
    </message>
    <message>
        <source>an office abroad</source>
        <translation>un bureau étranger</translation>
    </message>
    <message>
        <source>a stay of a person</source>
        <translation>un séjour d&apos;une personne</translation>
    </message>
</context>
<context>
    <name>given_out</name>
    <message>
        <source>{names}: given out, as the turns stood then. Of a turn that you change now, the rendering that comes back waits to be made again.</source>
        <translation>{names}&#xa0;: remis à traduire, tel que les interventions étaient alors. La traduction d&apos;une intervention que vous changez maintenant sera à refaire à son retour.</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message>
        <source>Engage: who is here, and what for</source>
        <translation>Engager&#xa0;: qui est là, et pourquoi</translation>
    </message>
    <message>
        <source>Explain: rights, breaks, the interpreter, the recording</source>
        <translation>Expliquer&#xa0;: droits, pauses, interprète, enregistrement</translation>
    </message>
    <message>
        <source>Account: an open invitation, without interruption</source>
        <translation>Récit&#xa0;: une invitation ouverte, sans interruption</translation>
    </message>
    <message>
        <source>Account: open questions on each subject named</source>
        <translation>Récit&#xa0;: des questions ouvertes sur chaque sujet nommé</translation>
    </message>
    <message>
        <source>Clarify: who, where, when, how; dates and names</source>
        <translation>Clarifier&#xa0;: qui, où, quand, comment&#xa0;; dates et noms</translation>
    </message>
    <message>
        <source>Challenge: what differs from other evidence, without reproach</source>
        <translation>Confronter&#xa0;: ce qui diffère d&apos;autres preuves, sans reproche</translation>
    </message>
    <message>
        <source>Closure: anything to add; needs, safety, what comes next</source>
        <translation>Clôture&#xa0;: ajouts&#xa0;; besoins, sécurité, suite</translation>
    </message>
    <message>
        <source>Evaluate afterwards: what is still to be asked, and of whom</source>
        <translation>Évaluer ensuite&#xa0;: ce qui reste à demander, et à qui</translation>
    </message>
    <message>
        <source>Introduction: who is here, and what for</source>
        <translation>Présentation&#xa0;: qui est là, et pourquoi</translation>
    </message>
    <message>
        <source>Ground rules: “I don&apos;t know”, “I don&apos;t understand”, correct me</source>
        <translation>Règles&#xa0;: «&#xa0;je ne sais pas&#xa0;», «&#xa0;je ne comprends pas&#xa0;», corrige-moi</translation>
    </message>
    <message>
        <source>Truth and lie, by an example</source>
        <translation>Vérité et mensonge, par un exemple</translation>
    </message>
    <message>
        <source>Rapport: something the child likes</source>
        <translation>Contact&#xa0;: quelque chose que l&apos;enfant aime</translation>
    </message>
    <message>
        <source>Practice: tell a neutral event from beginning to end</source>
        <translation>Exercice&#xa0;: raconter un événement neutre du début à la fin</translation>
    </message>
    <message>
        <source>Transition: “Tell me why you came today”</source>
        <translation>Transition&#xa0;: «&#xa0;Dis-moi pourquoi tu es venu(e) aujourd&apos;hui&#xa0;»</translation>
    </message>
    <message>
        <source>Open invitations: “Tell me everything that happened”</source>
        <translation>Invitations ouvertes&#xa0;: «&#xa0;Raconte-moi tout ce qui s&apos;est passé&#xa0;»</translation>
    </message>
    <message>
        <source>The last time, then the first, then the one best remembered</source>
        <translation>La dernière fois, puis la première, puis celle dont il ou elle se souvient le mieux</translation>
    </message>
    <message>
        <source>A direct question only after that, then “tell me more about it”</source>
        <translation>Une question directe seulement ensuite, puis «&#xa0;dis-m&apos;en plus&#xa0;»</translation>
    </message>
    <message>
        <source>A break before closing; support where the child is reluctant</source>
        <translation>Une pause avant la fin&#xa0;; du soutien si l&apos;enfant est réticent</translation>
    </message>
    <message>
        <source>Closing: thanks, anything to add, a neutral subject</source>
        <translation>Fin&#xa0;: remerciements, ajouts, un sujet neutre</translation>
    </message>
</context>
<context>
    <name>hand-back</name>
    <message>
        <source>Typed and not written; it stays here, the office does not get it: {turns}</source>
        <translation>Écrit et non enregistré&#xa0;; cela reste ici, le cabinet ne le reçoit pas&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>Written and not signed as checked; the office gets drafts: {turns}</source>
        <translation>Écrit et non signé comme relu&#xa0;; le cabinet reçoit des brouillons&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>Not rendered: {turns}</source>
        <translation>Non traduit&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>To be rendered again: the source changed, or the version was withdrawn: {turns}</source>
        <translation>À rendre de nouveau, l&apos;original a changé ou la version a été retirée&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>A question that nobody answered yet: {turns}</source>
        <translation>Une question à laquelle personne n&apos;a encore répondu&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>A note at words that the present wording does not have: {turns}</source>
        <translation>Une note à des mots que le texte actuel n&apos;a pas&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>Turns of which you said nothing yet: {turns}</source>
        <translation>Interventions dont vous n&apos;avez encore rien dit&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>{turns} and {count} more</source>
        <translation>{turns} et {count} autres</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>render</source>
        <translation>traduire</translation>
    </message>
    <message>
        <source>write, go on</source>
        <translation>écrire, suite</translation>
    </message>
    <message>
        <source>next to do</source>
        <translation>suivant à faire</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>doute</translation>
    </message>
    <message>
        <source>ask the judge</source>
        <translation>demander au juge</translation>
    </message>
    <message>
        <source>concern for safety</source>
        <translation>inquiétude pour la sécurité</translation>
    </message>
    <message>
        <source>complaint of your own</source>
        <translation>plainte personnelle</translation>
    </message>
    <message>
        <source>next difference</source>
        <translation>différence suivante</translation>
    </message>
    <message>
        <source>agree, go on</source>
        <translation>approuver, continuer</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>contester</translation>
    </message>
    <message>
        <source>next without your word</source>
        <translation>suivante sans votre avis</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>glossaire</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>signer</translation>
    </message>
    <message>
        <source>certify</source>
        <translation>certifier</translation>
    </message>
    <message>
        <source>hand back</source>
        <translation>rendre</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>verrouiller</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>toutes les touches</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Sealed</source>
        <translation>Mise sous scellé</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Biffé</translation>
    </message>
    <message>
        <source>Identity, which could not be read</source>
        <translation>Identité, qui ne pouvait pas être lue</translation>
    </message>
    <message>
        <source>When ({place})</source>
        <translation>Quand ({place})</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
</context>
<context>
    <name>interviews</name>
    <message>
        <source>New interview</source>
        <translation>Nouvelle audition</translation>
    </message>
    <message>
        <source>Begin the record</source>
        <translation>Commencer le procès-verbal</translation>
    </message>
    <message>
        <source>The turns and all other formalities are entered afterwards.</source>
        <translation>Les interventions et toutes les autres formalités s&apos;enregistrent ensuite.</translation>
    </message>
    <message>
        <source>Rectification of record {number}</source>
        <translation>Rectification du procès-verbal {number}</translation>
    </message>
    <message>
        <source>Supplement to record {number}</source>
        <translation>Complément au procès-verbal {number}</translation>
    </message>
    <message>
        <source>The signed record stays as it is; the new one refers to it.</source>
        <translation>Le procès-verbal signé reste tel quel&#xa0;; le nouveau y renvoie.</translation>
    </message>
    <message>
        <source>Reading back</source>
        <translation>Relecture</translation>
    </message>
    <message>
        <source>Record the reading back</source>
        <translation>Inscrire la relecture</translation>
    </message>
    <message>
        <source>Supplement to {number}</source>
        <translation>Complément à {number}</translation>
    </message>
    <message>
        <source>Rectification of {number}</source>
        <translation>Rectification de {number}</translation>
    </message>
    <message>
        <source>From then on the words of the record stay as they are; what is asked for is entered as a correction. The end of the reading back is entered after the corrections.</source>
        <translation>Ensuite, les mots du procès-verbal restent tels quels&#xa0;; ce qui est demandé est inscrit comme correction. La fin de la relecture est inscrite après les corrections.</translation>
    </message>
    <message>
        <source>Start and place are those of the note, not of the interview.</source>
        <translation>Le début et le lieu sont ceux de la note, non ceux de l&apos;audition.</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>New job</source>
        <translation>Nouveau travail</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>Ouvrir le travail</translation>
    </message>
    <message>
        <source>One linguist renders this record into one language. Without a side or another job, each turn is rendered as it was said.</source>
        <translation>Un linguiste traduit ce procès-verbal dans une langue. Sans côté ni autre travail, chaque intervention est traduite telle qu&apos;elle fut dite.</translation>
    </message>
    <message>
        <source>Change job {number}</source>
        <translation>Modifier le travail {number}</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Record, languages and linguist stay: for another, strike this job out and open a new one.</source>
        <translation>Procès-verbal, langues et linguiste restent&#xa0;: pour d&apos;autres, biffez ce travail et ouvrez-en un nouveau.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Show this overview</source>
        <translation>Montrer cet aperçu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Lock the vault at once; what is typed in a record is saved as a draft</source>
        <translation>Verrouiller le coffre aussitôt&#xa0;; ce qui est tapé dans un procès-verbal est enregistré comme brouillon</translation>
    </message>
    <message>
        <source>Lock and close the program</source>
        <translation>Verrouiller et fermer le programme</translation>
    </message>
    <message>
        <source>New case, interview, exhibit or custody event, by page</source>
        <translation>Nouvelle affaire, audition, pièce ou nouvel événement, selon la page</translation>
    </message>
    <message>
        <source>Save the turn being edited</source>
        <translation>Enregistrer l’intervention en cours</translation>
    </message>
    <message>
        <source>Save the turn and go on to the next one; in a form, its main button</source>
        <translation>Enregistrer l’intervention et passer à la suivante&#xa0;; dans un formulaire, son bouton principal</translation>
    </message>
    <message>
        <source>Leave the editor, keep the text as a draft; close a dialog</source>
        <translation>Quitter l&apos;éditeur, garder le texte comme brouillon&#xa0;; fermer un dialogue</translation>
    </message>
    <message>
        <source>Add files to the exhibit</source>
        <translation>Ajouter des fichiers à la pièce</translation>
    </message>
    <message>
        <source>Interpreters: give out work, hand the screen over and back</source>
        <translation>Interprètes&#xa0;: confier du travail, passer l&apos;écran et le rendre</translation>
    </message>
    <message>
        <source>Show or hide a passphrase while typing</source>
        <translation>Montrer ou cacher une phrase de passe pendant la frappe</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>Contrôle suivant ou précédent</translation>
    </message>
    <message>
        <source>Arrow keys, Enter</source>
        <translation>Flèches, Entrée</translation>
    </message>
    <message>
        <source>Choose in a list, open what is chosen</source>
        <translation>Choisir dans une liste, ouvrir ce qui est choisi</translation>
    </message>
    <message>
        <source>At a draft record: go to the row where the next turn is typed</source>
        <translation>Dans un projet&#xa0;: aller à la ligne où s&apos;écrit l&apos;intervention suivante</translation>
    </message>
    <message>
        <source>A new line in the turn</source>
        <translation>Une nouvelle ligne dans l&apos;intervention</translation>
    </message>
    <message>
        <source>A linguist&apos;s own complaint or concern, sealed for the magistrates</source>
        <translation>Plainte ou préoccupation du linguiste lui-même, scellée pour les magistrats</translation>
    </message>
    <message>
        <source>At a file: the next place of the words that are found, the former one</source>
        <translation>Dans un fichier&#xa0;: l&apos;endroit suivant des mots trouvés, le précédent</translation>
    </message>
    <message>
        <source>At a file: the file before, the next file of the exhibit</source>
        <translation>Dans un fichier&#xa0;: le fichier précédent, le fichier suivant de la pièce</translation>
    </message>
    <message>
        <source>The other language of the turn</source>
        <translation>L&apos;autre langue de l&apos;intervention</translation>
    </message>
    <message>
        <source>In an empty row: mend the last turn; come back</source>
        <translation>Dans une ligne vide&#xa0;: modifier la dernière intervention&#xa0;; revenir</translation>
    </message>
    <message>
        <source>Conduct: what could be seen, by its codes</source>
        <translation>Comportement&#xa0;: ce qui a pu être observé, par ses codes</translation>
    </message>
    <message>
        <source>Break and its end, exhibit shown, who enters, who leaves</source>
        <translation>Pause et sa fin, pièce montrée, qui entre, qui sort</translation>
    </message>
    <message>
        <source>Interpreter for themselves, caution, original not written down</source>
        <translation>Interprète en son nom, avertissement, original non écrit</translation>
    </message>
    <message>
        <source>Find in this record or file, or search in the list</source>
        <translation>Chercher dans ce procès-verbal ou ce fichier, ou rechercher dans la liste</translation>
    </message>
    <message>
        <source>Guide of the interview, in or out</source>
        <translation>Guide de l&apos;audition, afficher ou masquer</translation>
    </message>
    <message>
        <source>Formalities, and back to the account</source>
        <translation>Formalités, et retour au récit</translation>
    </message>
    <message>
        <source>The next step of the record: read back, sign; in an assignment: sign it</source>
        <translation>L&apos;étape suivante du procès-verbal&#xa0;: relire, signer&#xa0;; dans un travail confié&#xa0;: le signer</translation>
    </message>
    <message>
        <source>A note to the chosen words, or to the whole side of a turn</source>
        <translation>Une note aux mots choisis, ou à tout un côté d&apos;une intervention</translation>
    </message>
    <message>
        <source>In a note: on what it rests; whether it is printed</source>
        <translation>Dans une note&#xa0;: sur quoi elle repose&#xa0;; si elle est imprimée</translation>
    </message>
    <message>
        <source>Mark the chosen words as in doubt</source>
        <translation>Marquer les mots choisis comme douteux</translation>
    </message>
    <message>
        <source>Ask the judge about the chosen words</source>
        <translation>Interroger le juge sur les mots choisis</translation>
    </message>
    <message>
        <source>A concern for safety, sealed for the magistrates</source>
        <translation>Une inquiétude pour la sécurité, scellée pour les magistrats</translation>
    </message>
    <message>
        <source>In a job: the next turn that differs from its source; keep it as said</source>
        <translation>Dans un travail&#xa0;: l’intervention suivante qui diffère de sa source&#xa0;; la garder comme dite</translation>
    </message>
    <message>
        <source>Take the rendering of a like text</source>
        <translation>Prendre la version d&apos;un texte semblable</translation>
    </message>
    <message>
        <source>Play the range of the turn</source>
        <translation>Lire l&apos;extrait de l&apos;intervention</translation>
    </message>
    <message>
        <source>Back to the last mark</source>
        <translation>Retour à la dernière marque</translation>
    </message>
    <message>
        <source>In a relay: the third language on the left side, and back</source>
        <translation>En relais&#xa0;: la troisième langue du côté gauche, et retour</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>Espace, Entrée</translation>
    </message>
    <message>
        <source>Reading back: the turn was read; correct it</source>
        <translation>Relecture&#xa0;: l&apos;intervention est lue&#xa0;; la corriger</translation>
    </message>
    <message>
        <source>Go to a page: cases, interviews, exhibits, custody, export, health, office, translations</source>
        <translation>Aller à une page&#xa0;: affaires, auditions, pièces, conservation, export, santé, cabinet, traductions</translation>
    </message>
    <message>
        <source>In an assignment or a job: the next turn that is not done</source>
        <translation>Dans un travail confié ou ouvert&#xa0;: la prochaine intervention non terminée</translation>
    </message>
    <message>
        <source>At a record: its jobs of translation</source>
        <translation>Dans un procès-verbal&#xa0;: ses travaux de traduction</translation>
    </message>
    <message>
        <source>In the row: keep the turn and go to the other speaker</source>
        <translation>Dans la ligne&#xa0;: garder l&apos;intervention et passer à l&apos;autre personne</translation>
    </message>
    <message>
        <source>How this turn is interpreted, if not as the engagement says</source>
        <translation>Comment cette intervention est interprétée, si ce n&apos;est pas comme l&apos;indique la mission</translation>
    </message>
    <message>
        <source>The next speaker; in a note or a correction, the first choice</source>
        <translation>La personne suivante&#xa0;; dans une note ou une correction, le premier choix</translation>
    </message>
    <message>
        <source>The former speaker</source>
        <translation>La personne précédente</translation>
    </message>
    <message>
        <source>The next language of the words spoken; elsewhere, the second choice</source>
        <translation>La langue suivante des paroles&#xa0;; ailleurs, le second choix</translation>
    </message>
    <message>
        <source>The former language of the words spoken</source>
        <translation>La langue précédente des paroles</translation>
    </message>
    <message>
        <source>Undo in the draft</source>
        <translation>Annuler dans le brouillon</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>Refaire ce qui a été annulé</translation>
    </message>
    <message>
        <source>Split the turn at the cursor</source>
        <translation>Couper l&apos;intervention au curseur</translation>
    </message>
    <message>
        <source>Join the turn with the next one</source>
        <translation>Réunir l&apos;intervention et la suivante</translation>
    </message>
    <message>
        <source>Move the turn up</source>
        <translation>Monter l&apos;intervention</translation>
    </message>
    <message>
        <source>Move the turn down</source>
        <translation>Descendre l&apos;intervention</translation>
    </message>
    <message>
        <source>Who rendered the turns that have no author</source>
        <translation>Qui a rendu les interventions sans auteur</translation>
    </message>
    <message>
        <source>The author checked the renditions that are drafts</source>
        <translation>L&apos;auteur a relu les restitutions encore en brouillon</translation>
    </message>
    <message>
        <source>Replace in this record</source>
        <translation>Remplacer dans ce procès-verbal</translation>
    </message>
    <message>
        <source>Reading back: a complaint about the interpreting; in a job: the linguist&apos;s own</source>
        <translation>Relecture&#xa0;: une plainte sur l&apos;interprétation&#xa0;; dans un travail&#xa0;: celle du linguiste</translation>
    </message>
    <message>
        <source>Testimony larger</source>
        <translation>Déposition plus grande</translation>
    </message>
    <message>
        <source>Testimony smaller</source>
        <translation>Déposition plus petite</translation>
    </message>
    <message>
        <source>Testimony in its usual size</source>
        <translation>Déposition à sa taille habituelle</translation>
    </message>
    <message>
        <source>In an assignment: the glossary of the record, to add a term</source>
        <translation>Dans une mission&#xa0;: le glossaire du procès-verbal, pour ajouter un terme</translation>
    </message>
    <message>
        <source>In a revision: agree with the turn and go on; dispute it</source>
        <translation>Dans une révision&#xa0;: approuver l&apos;intervention et continuer&#xa0;; la contester</translation>
    </message>
    <message>
        <source>In an assignment: sign it; certify, and what stops it</source>
        <translation>Dans un travail confié&#xa0;: le signer&#xa0;; certifier, et ce qui l’empêche</translation>
    </message>
    <message>
        <source>Recording: the turn again and again</source>
        <translation>Enregistrement&#xa0;: l&apos;intervention en boucle</translation>
    </message>
    <message>
        <source>The turn begins here in the recording</source>
        <translation>L&apos;intervention commence ici dans l&apos;enregistrement</translation>
    </message>
    <message>
        <source>5 seconds back in the recording</source>
        <translation>5 secondes en arrière dans l&apos;enregistrement</translation>
    </message>
    <message>
        <source>5 seconds on in the recording</source>
        <translation>5 secondes en avant dans l&apos;enregistrement</translation>
    </message>
    <message>
        <source>Recording: faster; the pitch stays</source>
        <translation>Enregistrement&#xa0;: plus vite&#xa0;; la hauteur du son reste</translation>
    </message>
    <message>
        <source>Recording: slower; the pitch stays</source>
        <translation>Enregistrement&#xa0;: plus lentement&#xa0;; la hauteur du son reste</translation>
    </message>
    <message>
        <source>Recording: as it was recorded</source>
        <translation>Enregistrement&#xa0;: tel qu&apos;il a été fait</translation>
    </message>
    <message>
        <source>In language work: notes, findings and suggestions</source>
        <translation>Dans le travail linguistique&#xa0;: notes, constats et suggestions</translation>
    </message>
    <message>
        <source>Taking over: the next line of the page</source>
        <translation>Reprise&#xa0;: la ligne suivante de la page</translation>
    </message>
    <message>
        <source>Taking over: one line more</source>
        <translation>Reprise&#xa0;: une ligne de plus</translation>
    </message>
    <message>
        <source>Taking over: what is described and not read, in brackets</source>
        <translation>Reprise&#xa0;: entre crochets, ce qui est décrit et non lu</translation>
    </message>
    <message>
        <source>Taking over: the page before, the next page</source>
        <translation>Reprise&#xa0;: la page précédente, la suivante</translation>
    </message>
    <message>
        <source>Taking over: the lines that were taken over, in or out</source>
        <translation>Reprise&#xa0;: les lignes reprises, montrées ou non</translation>
    </message>
    <message>
        <source>Type the rendering; at the source, choose words in it</source>
        <translation>Taper la traduction&#xa0;; sur la source, choisir des mots</translation>
    </message>
    <message>
        <source>Write the rendering, and go on to the next turn</source>
        <translation>Écrire la traduction et passer à l&apos;intervention suivante</translation>
    </message>
    <message>
        <source>Write the rendering, and stay</source>
        <translation>Écrire la traduction et rester</translation>
    </message>
    <message>
        <source>Hand back: the work is signed, and the record locked</source>
        <translation>Rendre&#xa0;: le travail est signé et le procès-verbal verrouillé</translation>
    </message>
    <message>
        <source>Lock the record; what is typed stays as a draft</source>
        <translation>Verrouiller le procès-verbal&#xa0;; ce qui est tapé reste en brouillon</translation>
    </message>
    <message>
        <source>In a correction: all who are present put their initials</source>
        <translation>Dans une correction&#xa0;: tous les présents ont paraphé</translation>
    </message>
    <message>
        <source>Taking over: without its last line</source>
        <translation>Reprise&#xa0;: sans sa dernière ligne</translation>
    </message>
    <message>
        <source>A note at a time of the recording; F5 and F6 set from and to</source>
        <translation>Une note à un temps de l&apos;enregistrement&#xa0;; F5 et F6 fixent le début et la fin</translation>
    </message>
    <message>
        <source>Check a signed file</source>
        <translation>Contrôler un fichier signé</translation>
    </message>
    <message>
        <source>Recording: play, pause (2 s back); at an exhibit: look into its file</source>
        <translation>Enregistrement&#xa0;: lecture, pause (2 s en arrière)&#xa0;; à une pièce&#xa0;: voir le contenu de son fichier</translation>
    </message>
    <message>
        <source>At a file: the page before, the next page</source>
        <translation>À un fichier&#xa0;: page précédente, page suivante</translation>
    </message>
    <message>
        <source>At a file: as large as the window, turned by a quarter</source>
        <translation>À un fichier&#xa0;: ajusté à la fenêtre, pivoté d&apos;un quart</translation>
    </message>
    <message>
        <source>Search everything that is entered</source>
        <translation>Rechercher dans tout ce qui est enregistré</translation>
    </message>
    <message>
        <source>The turn ends here in the recording; at a case: its list of sections</source>
        <translation>L&apos;intervention finit ici dans l&apos;enregistrement&#xa0;; à une affaire&#xa0;: la liste de ses rubriques</translation>
    </message>
    <message>
        <source>List of interviews or of cases, in or out</source>
        <translation>Liste des auditions ou des affaires, afficher ou masquer</translation>
    </message>
    <message>
        <source>The next item of what is missing, or stops the signature</source>
        <translation>Le point suivant de ce qui manque ou empêche la signature</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>La&amp;bels…</source>
        <translation>Éti&amp;quettes…</translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>Ask for a time sta&amp;mp…</source>
        <translation>Demander un &amp;horodatage…</translation>
    </message>
    <message>
        <source>A&amp;dd a time stamp…</source>
        <translation>A&amp;jouter un horodatage…</translation>
    </message>
    <message>
        <source>{name} handed back job {job} on record {record}. It waits to be merged.</source>
        <translation>{name} a rendu le travail {job} sur le procès-verbal {record}. Il attend d&apos;être intégré.</translation>
    </message>
    <message>
        <source>Make my keys my own…</source>
        <translation>Refaire mes clés moi-même…</translation>
    </message>
</context>
<context>
    <name>lines</name>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}&#xa0;; {second}</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}&#xa0;: {said}</translation>
    </message>
    <message>
        <source>«{words}»</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>The vault also locks when this computer goes to sleep and when its screen is locked.</source>
        <translation>Le coffre se verrouille aussi quand cet ordinateur se met en veille et quand son écran est verrouillé.</translation>
    </message>
    <message>
        <source>This system does not tell the program that the screen is locked or that the computer sleeps. The vault locks when the computer wakes up.</source>
        <translation>Ce système ne signale au programme ni l&apos;écran verrouillé ni la mise en veille. Le coffre se verrouille au réveil de l&apos;ordinateur.</translation>
    </message>
    <message>
        <source>Lock without saving what is typed?</source>
        <translation>Verrouiller sans enregistrer ce qui est tapé&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Lock all the same</source>
        <translation>&amp;Verrouiller quand même</translation>
    </message>
    <message>
        <source>Stop the work in progress?</source>
        <translation>Arrêter le travail en cours&#xa0;?</translation>
    </message>
    <message>
        <source>It stops before the program ends. Unfinished work starts from the beginning later.</source>
        <translation>Il s&apos;arrête avant que le programme se ferme. Ce qui n&apos;est pas terminé reprend plus tard depuis le début.</translation>
    </message>
    <message>
        <source>Close without saving what is typed?</source>
        <translation>Fermer sans enregistrer ce qui est tapé&#xa0;?</translation>
    </message>
    <message>
        <source>It cannot be saved: {reason}. It would have to be typed again.</source>
        <translation>Cela ne peut être enregistré&#xa0;: {reason}. Il faudrait le retaper.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Arrêter et fermer</translation>
    </message>
    <message>
        <source>&amp;Close all the same</source>
        <translation>&amp;Fermer quand même</translation>
    </message>
    <message>
        <source>it could not be written</source>
        <translation>cela n&apos;a pas pu être écrit</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the vault can only be read</source>
        <translation>le coffre ne peut être que lu</translation>
    </message>
    <message>
        <source>this computer remembers another state of the vault</source>
        <translation>cet ordinateur retient un autre état du coffre</translation>
    </message>
    <message>
        <source>another program changed the vault while it was open</source>
        <translation>un autre programme a modifié le coffre pendant qu&apos;il était ouvert</translation>
    </message>
    <message>
        <source>the vault was changed outside the event chain</source>
        <translation>le coffre a été modifié hors de la chaîne d&apos;événements</translation>
    </message>
    <message>
        <source>Appearance, language and keys change when the program restarts, at the latest after a lock.</source>
        <translation>L&apos;apparence, la langue et les touches changent au redémarrage du programme, au plus tard après un verrouillage.</translation>
    </message>
</context>
<context>
    <name>new-file</name>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Par&amp;courir…</translation>
    </message>
    <message>
        <source>Please choose a folder that exists.</source>
        <translation>Veuillez choisir un dossier qui existe.</translation>
    </message>
    <message>
        <source>There is no file of this name.</source>
        <translation>Il n&apos;y a pas de fichier de ce nom.</translation>
    </message>
    <message>
        <source>There is something of this name already. Please choose another name.</source>
        <translation>Quelque chose porte déjà ce nom. Choisissez un autre nom.</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>{note}, to be placed again</source>
        <translation>{note}, à replacer</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>These words stand in the next wording, and the note goes with them.</source>
        <translation>Ces mots figurent dans la version suivante, et la note les suit.</translation>
    </message>
    <message>
        <source>The note was placed again at words of the present wording.</source>
        <translation>La note a été replacée à des mots de la version actuelle.</translation>
    </message>
    <message>
        <source>The note was given another time of the recording.</source>
        <translation>La note a reçu un autre temps de l&apos;enregistrement.</translation>
    </message>
    <message>
        <source>{range}, in a recording that is not here</source>
        <translation>{range}, dans un enregistrement qui n&apos;est pas ici</translation>
    </message>
</context>
<context>
    <name>objection</name>
    <message>
        <source>Ob&amp;jection in private…</source>
        <translation>Ob&amp;jection en privé…</translation>
    </message>
    <message>
        <source>It is sealed for the magistrates.</source>
        <translation>C&apos;est scellé pour les magistrats.</translation>
    </message>
</context>
<context>
    <name>own_keys</name>
    <message>
        <source>The keys that you made sign as soon as somebody who holds the key of the root certificate renews the certificates (Office, Signing keys).</source>
        <translation>Les clés que vous avez faites signent dès que quelqu&apos;un qui détient la clé du certificat racine renouvelle les certificats (Cabinet, Clés de signature).</translation>
    </message>
    <message>
        <source>Your keys were made in the program of {name}, who could have kept them.</source>
        <translation>Vos clés ont été faites dans le programme de {name}, qui a pu les garder.</translation>
    </message>
    <message>
        <source>Your keys are new. The vault opens with the new passphrase from now on. A recovery code or shares that you had are void.</source>
        <translation>Vos clés sont nouvelles. Le coffre s&apos;ouvre désormais avec la nouvelle phrase de passe. Un code ou des parts de secours que vous aviez ne valent plus.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>The pages could not be written there. Please choose another place.</source>
        <translation>Les pages n&apos;ont pas pu être écrites à cet endroit. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The pages are in {file}. Print them, then delete the file.</source>
        <translation>Les pages sont dans {file}. Imprimez-les, puis supprimez le fichier.</translation>
    </message>
    <message>
        <source>The paper that was printed to be signed has the digest {digest}; its scan is not named yet.</source>
        <translation>Le papier imprimé pour signature porte l&apos;empreinte {digest}&#xa0;; son document numérisé n&apos;est pas encore désigné.</translation>
    </message>
    <message>
        <source>The paper that was printed to be signed has the digest {digest}; its scan is {exhibit}.</source>
        <translation>Le papier imprimé pour signature porte l&apos;empreinte {digest}&#xa0;; son document numérisé est {exhibit}.</translation>
    </message>
</context>
<context>
    <name>paths</name>
    <message>
        <source>Nobody on this computer has this name behind ~. Write the whole path.</source>
        <translation>Personne sur cet ordinateur ne porte ce nom derrière ~. Écrivez le chemin entier.</translation>
    </message>
    <message>
        <source>This name is too long. Please choose a shorter one.</source>
        <translation>Ce nom est trop long. Choisissez-en un plus court.</translation>
    </message>
</context>
<context>
    <name>receiving</name>
    <message>
        <source>The receipt of {office} for {number} is entered. It is not of the office of a recipient: the transfer is not closed.</source>
        <translation>L&apos;accusé de {office} pour {number} est inscrit. Il ne vient pas du bureau d&apos;un destinataire&#xa0;: l&apos;envoi n&apos;est pas clos.</translation>
    </message>
    <message>
        <source>The receipt of {office} for {number} is entered. The transfer is not closed yet: no receipt of {names}.</source>
        <translation>L&apos;accusé de {office} pour {number} est inscrit. L&apos;envoi n&apos;est pas encore clos&#xa0;: pas d&apos;accusé de {names}.</translation>
    </message>
    <message>
        <source>The receipt of {office} for {number} is entered. Nobody recorded whether it is the office of a recipient: record that under Office, Other offices.</source>
        <translation>L&apos;accusé de {office} pour {number} est inscrit. Personne n&apos;a enregistré si c&apos;est le bureau d&apos;un destinataire&#xa0;: enregistrez-le sous Cabinet, Autres bureaux.</translation>
    </message>
    <message>
        <source>The receipt of {office} for {number} is entered: the transfer is closed.</source>
        <translation>L&apos;accusé de {office} pour {number} est inscrit&#xa0;: l&apos;envoi est clos.</translation>
    </message>
</context>
<context>
    <name>recipient</name>
    <message>
        <source>State not said: Office, Other offices</source>
        <translation>État non précisé&#xa0;: Cabinet, Autres bureaux</translation>
    </message>
    <message>
        <source>{state}, {kind}: not of this bundle</source>
        <translation>{state}, {kind}&#xa0;: pas de cette liasse</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>Please write in which State the addressee is.</source>
        <translation>Indiquez dans quel État se trouve le destinataire.</translation>
    </message>
    <message>
        <source>Please choose what the addressee is.</source>
        <translation>Indiquez ce qu&apos;est le destinataire.</translation>
    </message>
</context>
<context>
    <name>risks</name>
    <message>
        <source>This computer swaps memory to a disk that is not encrypted. Testimony may stay readable there.</source>
        <translation>Cet ordinateur décharge sa mémoire sur un disque non chiffré. Des dépositions peuvent y rester lisibles.</translation>
    </message>
    <message>
        <source>Hibernation would write all of memory to a disk that is not encrypted. Lock the vault before it.</source>
        <translation>La mise en veille prolongée écrirait toute la mémoire sur un disque non chiffré. Verrouillez le coffre auparavant.</translation>
    </message>
</context>
<context>
    <name>shares</name>
    <message>
        <source>Share {number} of {total}: {name}</source>
        <translation>Part {number} sur {total}&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>Print the recovery sheet</source>
        <translation>Imprimer la feuille de secours</translation>
    </message>
    <message>
        <source>Print the sheet of this share</source>
        <translation>Imprimer la feuille de cette part</translation>
    </message>
    <message>
        <source>The program distinguishes letters and digits that look alike when the code is typed. The last character of each group checks the group.</source>
        <translation>Le programme distingue à la frappe les lettres et chiffres qui se ressemblent. Le dernier caractère de chaque groupe contrôle le groupe.</translation>
    </message>
    <message>
        <source>THB Desktop — recovery sheet</source>
        <translation>THB Desktop — feuille de secours</translation>
    </message>
    <message>
        <source>{needed} of these {total} shares open the vault together, each with the passphrase that its holder chose. Fewer shares do not open it. Keep this sheet in a safe, away from the computer and from the other shares, and the passphrase in another place.</source>
        <translation>{needed} de ces {total} parts ouvrent ensemble le coffre, chacune avec la phrase de passe choisie par son détenteur. Moins de parts ne l&apos;ouvrent pas. Gardez cette feuille en lieu sûr, loin de l&apos;ordinateur et des autres parts, et la phrase de passe ailleurs.</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>Feuille faite le {day}</translation>
    </message>
    <message>
        <source>Vault {id}, made on {day}</source>
        <translation>Coffre {id}, feuille faite le {day}</translation>
    </message>
    <message>
        <source>Who keeps this sheet:</source>
        <translation>Qui garde cette feuille&#xa0;:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>This code opens the vault when the passphrase is lost. Whoever has this sheet and the folder of the vault can read every case in it. Keep it in a safe, away from the computer.</source>
        <translation>Ce code ouvre le coffre quand la phrase de passe est perdue. Qui a cette feuille et le dossier du coffre peut lire toutes ses affaires. Gardez-la dans une armoire forte, loin de l&apos;ordinateur.</translation>
    </message>
    <message>
        <source>THB Desktop — recovery share {number} of {total}</source>
        <translation>THB Desktop — part de secours {number} sur {total}</translation>
    </message>
    <message>
        <source>Holder: {name}</source>
        <translation>Détenteur&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>signatures</name>
    <message>
        <source>Signatures of {name}</source>
        <translation>Signatures de {name}</translation>
    </message>
    <message>
        <source>The file is judged where it lies, without a network. What is found is kept with exhibit {number} if you say so; earlier judgements stay as they are.</source>
        <translation>Le fichier est examiné là où il se trouve, sans réseau. Ce qui est constaté est conservé avec la pièce {number} si vous le dites&#xa0;; les examens antérieurs restent tels quels.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Examiné</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Kept with the exhibit</source>
        <translation>Conservé avec la pièce</translation>
    </message>
    <message>
        <source>Nothing was kept of this exhibit yet.</source>
        <translation>Rien n&apos;a encore été conservé pour cette pièce.</translation>
    </message>
    <message>
        <source>&amp;Show…</source>
        <translation>&amp;Montrer…</translation>
    </message>
    <message>
        <source>Keep with a stated &amp;level…</source>
        <translation>Conserver avec un &amp;niveau indiqué…</translation>
    </message>
    <message>
        <source>&amp;Keep with the exhibit</source>
        <translation>&amp;Conserver avec la pièce</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Kept with the exhibit.</source>
        <translation>Conservé avec la pièce.</translation>
    </message>
    <message>
        <source>Level of the signatures of {name}</source>
        <translation>Niveau des signatures de {name}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>What others say, for instance a report of a validation service. This program does not judge it, and says so. To correct it, keep the file again: the earlier entry stays.</source>
        <translation>Ce que d&apos;autres disent, par exemple le rapport d&apos;un service de validation. Ce programme ne l&apos;apprécie pas, et le dit. Pour le corriger, conservez de nouveau le fichier&#xa0;: l&apos;entrée antérieure reste.</translation>
    </message>
    <message>
        <source>Certificates trusted</source>
        <translation>Certificats tenus pour sûrs</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 du fichier</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>{file}: {verdict} (judged {when} by {name})</source>
        <translation>{file}&#xa0;: {verdict} (examiné le {when} par {name})</translation>
    </message>
</context>
<context>
    <name>signing</name>
    <message>
        <source>{name} has no card in this vault.</source>
        <translation>{name} n&apos;a pas de carte dans ce coffre.</translation>
    </message>
    <message>
        <source>It is signed as {name}, with the key {key}.</source>
        <translation>La signature est faite au nom de {name}, avec la clé {key}.</translation>
    </message>
    <message>
        <source>It is signed as {name}, with the key of the card {key}.</source>
        <translation>La signature est faite au nom de {name}, avec la clé de la carte {key}.</translation>
    </message>
</context>
<context>
    <name>standings</name>
    <message>
        <source>Valid</source>
        <translation>Valable</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Non valable</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Bloquant</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>{state}: {count}</source>
        <translation>{state}&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>strength</name>
    <message>
        <source>{count} words drawn at random are hard to guess.</source>
        <translation>{count} mots tirés au hasard sont difficiles à deviner.</translation>
    </message>
    <message>
        <source>Too easy to guess, refused: about {bits} bits.</source>
        <translation>Trop facile à deviner, refusée&#xa0;: environ {bits} bits.</translation>
    </message>
    <message>
        <source>Just enough: about {bits} bits.</source>
        <translation>Juste suffisant&#xa0;: environ {bits} bits.</translation>
    </message>
    <message>
        <source>Strong: about {bits} bits.</source>
        <translation>Forte&#xa0;: environ {bits} bits.</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert le</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Auditions</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Child, other numbers</source>
        <translation>Enfant, autres numéros</translation>
    </message>
    <message>
        <source>Check digits</source>
        <translation>Clé de contrôle</translation>
    </message>
    <message>
        <source>Also named</source>
        <translation>Aussi désigné</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>sans source</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Begins there</source>
        <translation>Début là-bas</translation>
    </message>
    <message>
        <source>First no.</source>
        <translation>Premier n°</translation>
    </message>
    <message>
        <source>Last no.</source>
        <translation>Dernier n°</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Jusqu&apos;à</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Signe</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>As seen</source>
        <translation>Constaté</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>The place was</source>
        <translation>Le lieu était</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Biffé</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>Rien n&apos;est consigné.</translation>
    </message>
    <message>
        <source>Child presumed</source>
        <translation>Présumé enfant</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Enfant</translation>
    </message>
    <message>
        <source>also {numbers}</source>
        <translation>aussi {numbers}</translation>
    </message>
    <message>
        <source>under {numbers}</source>
        <translation>sous {numbers}</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Rows not read</source>
        <translation>Lignes non lues</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Solde initial</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Solde final</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Pièce</translation>
    </message>
</context>
<context>
    <name>turns</name>
    <message>
        <source>Words are typed here. Please say how they were captured, or remove them.</source>
        <translation>Des paroles sont tapées ici. Indiquez comment elles ont été recueillies, ou supprimez-les.</translation>
    </message>
    <message>
        <source>Please type the original, or say that it was not transcribed.</source>
        <translation>Veuillez taper l’original, ou indiquer qu’il n’a pas été transcrit.</translation>
    </message>
    <message>
        <source>Go to the words of a turn first: it is split at the cursor.</source>
        <translation>Allez d&apos;abord aux mots d&apos;une intervention&#xa0;: elle est divisée au curseur.</translation>
    </message>
    <message>
        <source>The original of this turn is not written down, so it cannot be split at its words. Cut the second half from the rendition, and enter it as a turn of its own.</source>
        <translation>L&apos;original de cette intervention n&apos;est pas noté&#xa0;; elle ne peut donc pas être divisée à ses mots. Coupez la seconde moitié de ce que l&apos;interprète a dit, et inscrivez-la comme une intervention à part.</translation>
    </message>
    <message>
        <source>A turn is split in its original: put the cursor there. The rendition is divided then.</source>
        <translation>Une intervention se divise dans son original&#xa0;: placez-y le curseur. Ce que l&apos;interprète a dit se divise ensuite.</translation>
    </message>
    <message>
        <source>Put the cursor between two words: the turn is split there.</source>
        <translation>Placez le curseur entre deux mots&#xa0;: l&apos;intervention est divisée là.</translation>
    </message>
</context>
<context>
    <name>versions</name>
    <message>
        <source>Turn</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
</context>
<context>
    <name>wayback</name>
    <message>
        <source>When the vault locked you were at {page}.</source>
        <translation>Au verrouillage du coffre, vous étiez à&#xa0;: {page}.</translation>
    </message>
    <message>
        <source>You were typing in turn {turn}, which is kept as a draft.</source>
        <translation>Vous écriviez dans l’intervention {turn}, conservée comme brouillon.</translation>
    </message>
    <message>
        <source>Typed and not saved: {forms}.</source>
        <translation>Écrit et non enregistré&#xa0;: {forms}.</translation>
    </message>
</context>
<context>
    <name>wordings</name>
    <message>
        <source>Second linguist</source>
        <translation>Second linguiste</translation>
    </message>
    <message>
        <source>author not said</source>
        <translation>auteur non indiqué</translation>
    </message>
    <message>
        <source>{author}, {at}</source>
        <translation>{author}, {at}</translation>
    </message>
    <message>
        <source>{author}, {at}, typed by {typist}</source>
        <translation>{author}, {at}, tapé par {typist}</translation>
    </message>
    <message>
        <source>{job}, version {number}</source>
        <translation>{job}, version {number}</translation>
    </message>
    <message>
        <source>of version {number}, which has the same words</source>
        <translation>sur la version {number}, qui a les mêmes mots</translation>
    </message>
</context>
</TS>
