<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AgeField</name>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>months, if known</source>
        <translation>meses, si se saben</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>Write the years too. Under one year is 0 years.</source>
        <translation>Escriba también los años. Menos de un año es 0 años.</translation>
    </message>
    <message>
        <source>Write years and months as whole numbers.</source>
        <translation>Escriba años y meses como números enteros.</translation>
    </message>
</context>
<context>
    <name>AgeRemarks</name>
    <message>
        <source>Not saved, and not needed: the age below counts.</source>
        <translation>No se guarda ni hace falta: cuenta la edad de abajo.</translation>
    </message>
    <message>
        <source>Not saved: a birth date only gives the age. Add the date of diagnosis, or write the age instead.</source>
        <translation>No se guarda: una fecha de nacimiento solo da la edad. Añada la fecha del diagnóstico, o escriba la edad.</translation>
    </message>
    <message>
        <source>The two dates give {age}. The birth date itself is never saved.</source>
        <translation>Las dos fechas dan {age}. La fecha de nacimiento nunca se guarda.</translation>
    </message>
    <message>
        <source>The two dates give {age}.</source>
        <translation>Las dos fechas dan {age}.</translation>
    </message>
    <message>
        <source>Take {age}</source>
        <translation>Tomar {age}</translation>
    </message>
    <message>
        <source>The date of diagnosis changed. Please check that this age still fits.</source>
        <translation>Cambió la fecha del diagnóstico. Revise si esta edad sigue siendo correcta.</translation>
    </message>
    <message>
        <source>The age is right</source>
        <translation>La edad es correcta</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Record team decision…</source>
        <translation>Anotar decisión del equipo…</translation>
    </message>
    <message>
        <source>By the published groups: {group}</source>
        <translation>Según los grupos publicados: {group}</translation>
    </message>
    <message>
        <source>Your team&apos;s decision always stands.</source>
        <translation>La decisión de su equipo siempre prevalece.</translation>
    </message>
    <message>
        <source>By the published groups. Your team&apos;s own decision always stands.</source>
        <translation>Según los grupos publicados. La decisión de su propio equipo siempre prevalece.</translation>
    </message>
    <message>
        <source>Change team decision…</source>
        <translation>Cambiar decisión del equipo…</translation>
    </message>
    <message>
        <source>Go to: {question}</source>
        <translation>Ir a: {question}</translation>
    </message>
    <message>
        <source>This disease is treated in other ways than the ones described here. No group is given and no handout is made. Your team&apos;s own plan stands.</source>
        <translation>Esta enfermedad se trata de maneras distintas de las que se describen aquí. No se da ningún grupo ni se hace folleto. Vale el plan de su propio equipo.</translation>
    </message>
    <message>
        <source>The risk groups are for first treatment. After a relapse, place and time guide the team.</source>
        <translation>Los grupos de riesgo son para el primer tratamiento. Tras una recaída, el lugar y el tiempo orientan al equipo.</translation>
    </message>
    <message>
        <source>Too little is known for a group. That is common at the start.</source>
        <translation>Se sabe muy poco para dar un grupo. Es frecuente al inicio.</translation>
    </message>
    <message>
        <source>{number} answers are still open. One of them alone could change {group}.</source>
        <translation>Quedan {number} respuestas abiertas. Una de ellas por sí sola podría cambiar {group}.</translation>
    </message>
    <message>
        <source>{number} answers are still open. Any one of {moving} alone could change {group}.</source>
        <translation>Quedan {number} respuestas abiertas. Cualquiera de {moving} por sí sola podría cambiar {group}.</translation>
    </message>
    <message>
        <source>No open answer alone can change {group}. Several together could.</source>
        <translation>Ninguna respuesta abierta por sí sola puede cambiar {group}. Varias juntas sí podrían.</translation>
    </message>
    <message>
        <source>How your protocol reads a result could change {group}. See the note below; no open answer does so alone.</source>
        <translation>Según cómo su protocolo lea un resultado, podría cambiar {group}. Vea la nota de abajo; ninguna respuesta abierta lo cambia por sí sola.</translation>
    </message>
    <message>
        <source>Nothing that is still open can change this.</source>
        <translation>Nada de lo que sigue abierto puede cambiarlo.</translation>
    </message>
    <message>
        <source>No open answer can change the group. One could still change the treatment.</source>
        <translation>Ninguna respuesta abierta puede cambiar el grupo. Una todavía podría cambiar el tratamiento.</translation>
    </message>
    <message>
        <source>No open answer can change the group. {number} could still change the treatment.</source>
        <translation>Ninguna respuesta abierta puede cambiar el grupo. {number} todavía podrían cambiar el tratamiento.</translation>
    </message>
    <message>
        <source>the published group</source>
        <translation>el grupo publicado</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>el grupo</translation>
    </message>
    <message>
        <source>One answer is still open that could change {group}, and with it the treatment.</source>
        <translation>Sigue abierta una respuesta que podría cambiar {group} y, con él, el tratamiento.</translation>
    </message>
    <message>
        <source>{number} answers are still open. Any one could change {group}, and with it the treatment.</source>
        <translation>Siguen abiertas {number} respuestas. Cualquiera podría cambiar {group} y, con él, el tratamiento.</translation>
    </message>
</context>
<context>
    <name>Blocked</name>
    <message>
        <source>Go to this question</source>
        <translation>Ir a esta pregunta</translation>
    </message>
    <message>
        <source>Go to: {question}</source>
        <translation>Ir a: {question}</translation>
    </message>
    <message>
        <source>Something has to be put right first</source>
        <translation>Antes hay que corregir algo</translation>
    </message>
    <message>
        <source>Nothing is lost. The result comes as soon as these answers fit together.</source>
        <translation>No se pierde nada. El resultado aparece en cuanto estas respuestas concuerden.</translation>
    </message>
    <message>
        <source>This program does not cover this disease</source>
        <translation>Este programa no abarca esta enfermedad</translation>
    </message>
    <message>
        <source>It is treated in other ways than the ones described here. Your team&apos;s own plan stands.</source>
        <translation>Se trata de maneras distintas de las que se describen aquí. Vale el plan de su propio equipo.</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Camino</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Folleto</translation>
    </message>
    <message>
        <source>{title}, {number} of {count}</source>
        <translation>{title}, {number} de {count}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Siguiente: {title}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Help for this question</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Evaluation build. Not a medical device. Not for clinical decisions.</source>
        <translation>Versión de evaluación. No es un dispositivo médico. No usar en decisiones clínicas.</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Cards on this paper</source>
        <translation>Tarjetas de este papel</translation>
    </message>
    <message>
        <source>↑ and ↓ go to a card. With Alt they move it.</source>
        <translation>↑ y ↓ van a una tarjeta. Con Alt la mueven.</translation>
    </message>
    <message>
        <source>All cards</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Fewest cards</source>
        <translation>Las mínimas</translation>
    </message>
</context>
<context>
    <name>ChangeTable</name>
    <message>
        <source>Nothing open can change this.</source>
        <translation>Nada de lo abierto puede cambiarlo.</translation>
    </message>
    <message>
        <source>Alone could change the group ({count})</source>
        <translation>Por sí solas podrían cambiar el grupo ({count})</translation>
    </message>
    <message>
        <source>Alone leave the group, but could change the treatment ({count})</source>
        <translation>Por sí solas no cambian el grupo, pero podrían cambiar el tratamiento ({count})</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Aún abierto</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Se espera</translation>
    </message>
    <message>
        <source>Then the group would be</source>
        <translation>Entonces el grupo sería</translation>
    </message>
    <message>
        <source>no date given</source>
        <translation>sin fecha dada</translation>
    </message>
    <message>
        <source>about {day} {year}</source>
        <translation>hacia el {day} de {year}</translation>
    </message>
    <message>
        <source>was due {day} {year}</source>
        <translation>se esperaba el {day} de {year}</translation>
    </message>
    <message>
        <source>{groups}: no open answer leads there alone; several together could.</source>
        <translation>{groups}: ninguna respuesta abierta lleva ahí por sí sola; varias juntas podrían.</translation>
    </message>
    <message>
        <source>{groups}: no open answer leads there alone; how your protocol reads a result could.</source>
        <translation>{groups}: ninguna respuesta abierta lleva ahí por sí sola; la lectura que su protocolo haga de un resultado podría.</translation>
    </message>
    <message>
        <source>Possible in the end</source>
        <translation>Posibles al final</translation>
    </message>
    <message>
        <source>What could still change this. {questions}</source>
        <translation>Lo que aún podría cambiarlo. {questions}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Otherwise</source>
        <translation>En otro caso</translation>
    </message>
    <message>
        <source>For example {answer}</source>
        <translation>Por ejemplo, {answer}</translation>
    </message>
    <message>
        <source>with a note for your protocol</source>
        <translation>con una nota para su protocolo</translation>
    </message>
    <message>
        <source>still no group</source>
        <translation>todavía sin grupo</translation>
    </message>
    <message>
        <source>stays, for now</source>
        <translation>se mantiene, por ahora</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>se mantiene</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} o {last}</translation>
    </message>
</context>
<context>
    <name>CheckFirst</name>
    <message>
        <source>One value has to be checked first</source>
        <translation>Antes hay que revisar un valor</translation>
    </message>
    <message>
        <source>{count} values have to be checked first</source>
        <translation>Antes hay que revisar {count} valores</translation>
    </message>
    <message>
        <source>{words}. Go to the question</source>
        <translation>{words}. Ir a la pregunta</translation>
    </message>
</context>
<context>
    <name>Clinic</name>
    <message>
        <source>Choose °C or °F.</source>
        <translation>Elija °C o °F.</translation>
    </message>
    <message>
        <source>From 37.5 to 38.5 °C. A higher threshold is not printed.</source>
        <translation>De 37.5 a 38.5 °C. Un umbral más alto no se imprime.</translation>
    </message>
    <message>
        <source>The paper says to put no thermometer in the bottom. Name another place.</source>
        <translation>El papel dice que no se ponga el termómetro en el recto. Indique otro lugar.</translation>
    </message>
    <message>
        <source>This is missing. Nothing is saved for families without it.</source>
        <translation>Falta este dato. Sin él no se guarda nada para las familias.</translation>
    </message>
    <message>
        <source>Write the two letters of the country, such as GB.</source>
        <translation>Escriba las dos letras del país, como MX.</translation>
    </message>
    <message>
        <source>A phone number has at least three figures.</source>
        <translation>Un número de teléfono tiene al menos tres cifras.</translation>
    </message>
    <message>
        <source>This file is larger than 2 MB. Choose a smaller one.</source>
        <translation>Este archivo pasa de 2 MB. Elija uno más pequeño.</translation>
    </message>
    <message>
        <source>At most 4,000 pixels wide and high. Choose a smaller picture.</source>
        <translation>Como máximo 4,000 píxeles de ancho y de alto. Elija una imagen más pequeña.</translation>
    </message>
    <message>
        <source>This is no PNG and no JPEG. No other kind can be printed.</source>
        <translation>No es PNG ni JPEG. No se puede imprimir otro tipo.</translation>
    </message>
    <message>
        <source>This file holds more than one picture. Paper shows one.</source>
        <translation>Este archivo contiene más de una imagen. El papel muestra una.</translation>
    </message>
    <message>
        <source>Nothing of this picture would be seen on white paper.</source>
        <translation>Nada de esta imagen se vería sobre papel blanco.</translation>
    </message>
    <message>
        <source>This picture is damaged or not whole. Choose another file.</source>
        <translation>Esta imagen está dañada o incompleta. Elija otro archivo.</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>No se puede leer este archivo. Elija otro.</translation>
    </message>
</context>
<context>
    <name>ClinicCard</name>
    <message>
        <source>Phone, day</source>
        <translation>Teléfono, día</translation>
    </message>
    <message>
        <source>Phone, night</source>
        <translation>Teléfono, noche</translation>
    </message>
    <message>
        <source>Call at</source>
        <translation>Llamar desde</translation>
    </message>
    <message>
        <source>The clinic&apos;s page</source>
        <translation>La página de la clínica</translation>
    </message>
    <message>
        <source>The clinic is not set up yet</source>
        <translation>La clínica aún no está configurada</translation>
    </message>
    <message>
        <source>Without phone numbers and the clinic&apos;s own fever threshold nothing is saved.</source>
        <translation>Sin los teléfonos y el umbral de fiebre de la propia clínica no se guarda nada.</translation>
    </message>
    <message>
        <source>From {clinic}</source>
        <translation>De {clinic}</translation>
    </message>
    <message>
        <source>{threshold} or more</source>
        <translation>{threshold} o más</translation>
    </message>
</context>
<context>
    <name>ClinicPage</name>
    <message>
        <source>This stands on every handout. Families call these numbers, so please check them twice.</source>
        <translation>Esto figura en cada folleto. Las familias llaman a estos números: revíselos dos veces, por favor.</translation>
    </message>
    <message>
        <source>In practice the **practice clinic** is used. Nothing can be changed here.</source>
        <translation>En práctica se usa la **clínica de práctica**. Aquí no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>La clínica</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>Nombre de la clínica</translation>
    </message>
    <message>
        <source>As families know it</source>
        <translation>Como la conocen las familias</translation>
    </message>
    <message>
        <source>Phone, day</source>
        <translation>Teléfono, día</translation>
    </message>
    <message>
        <source>Phone, nights and weekends</source>
        <translation>Teléfono, noches y fines de semana</translation>
    </message>
    <message>
        <source>Emergency number</source>
        <translation>Número de emergencias</translation>
    </message>
    <message>
        <source>Such as 112</source>
        <translation>Por ejemplo, 112</translation>
    </message>
    <message>
        <source>Hospital to go to</source>
        <translation>Hospital al que acudir</translation>
    </message>
    <message>
        <source>Where help is open day and night</source>
        <translation>Donde hay ayuda de día y de noche</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Two letters, such as GB</source>
        <translation>Dos letras, como MX</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>If it should stand on the paper</source>
        <translation>Si debe figurar en el papel</translation>
    </message>
    <message>
        <source>A PNG or JPEG, beside the name</source>
        <translation>Un PNG o JPEG, junto al nombre</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Call us from this temperature</source>
        <translation>Llámennos desde esta temperatura</translation>
    </message>
    <message>
        <source>Unit of the temperature</source>
        <translation>Unidad de la temperatura</translation>
    </message>
    <message>
        <source>Your clinic&apos;s own number, 37.5 to 38.5 °C (99.5 to 101.3 °F)</source>
        <translation>El número de su propia clínica, de 37.5 a 38.5&#xa0;°C (de 99.5 a 101.3&#xa0;°F)</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>Cómo se mide</translation>
    </message>
    <message>
        <source>Such as: mouth or armpit</source>
        <translation>Por ejemplo: boca o axila</translation>
    </message>
    <message>
        <source>We want a threshold above 38.3 °C</source>
        <translation>Queremos un umbral de más de 38.3 °C</translation>
    </message>
    <message>
        <source>Many clinics call earlier. Please confirm that this is your clinic&apos;s rule.</source>
        <translation>Muchas clínicas piden que se llame antes. Confirme que esta es la regla de su clínica.</translation>
    </message>
    <message>
        <source>Save the clinic</source>
        <translation>Guardar la clínica</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Please confirm the threshold above 38.3 °C, or write a lower one.</source>
        <translation>Confirme el umbral de más de 38.3 °C, o escriba uno más bajo.</translation>
    </message>
    <message>
        <source>Saved. Handouts use this from now on.</source>
        <translation>Guardado. Los folletos lo usan desde ahora.</translation>
    </message>
</context>
<context>
    <name>ClockTable</name>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>The clocks disagree</source>
        <translation>Los relojes no coinciden</translation>
    </message>
    <message>
        <source>Of the five, {sooner} count as sooner and {later} as later. See each below.</source>
        <translation>De los cinco, {sooner} cuentan como más pronto y {later} como más tarde. Véalos abajo.</translation>
    </message>
    <message>
        <source>{site}; whether only there is open until the marrow is looked at</source>
        <translation>{site}; si es solo allí queda abierto hasta examinar la médula</translation>
    </message>
    <message>
        <source>Still open: {questions}.</source>
        <translation>Aún abierto: {questions}.</translation>
    </message>
    <message>
        <source>This source has no statement here.</source>
        <translation>Esta fuente no dice nada aquí.</translation>
    </message>
    <message>
        <source>still on treatment</source>
        <translation>aún en tratamiento</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mes</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} meses</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>{months} and {days} from diagnosis</source>
        <translation>{months} y {days} desde el diagnóstico</translation>
    </message>
    <message>
        <source>{months} and {days} from the end of treatment</source>
        <translation>{months} y {days} desde el final del tratamiento</translation>
    </message>
    <message>
        <source>{months} and {days}</source>
        <translation>{months} y {days}</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>The recovery code</source>
        <translation>El código de recuperación</translation>
    </message>
    <message>
        <source>If every passphrase is forgotten, this code opens what is saved. It is shown **only now**. Keep it on paper, away from this laptop, where the clinic keeps such things.</source>
        <translation>Si se olvidan todas las contraseñas, este código abre lo guardado. Se muestra **solo ahora**. Guárdelo en papel, lejos de este portátil, donde el centro guarda estas cosas.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>The code is in a safe place, on paper</source>
        <translation>El código está en un lugar seguro, en papel</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Recovery code of allcounsel on one laptop</source>
        <translation>Código de recuperación de allcounsel en un portátil</translation>
    </message>
    <message>
        <source>It opens the saved children when every passphrase is forgotten. Keep it locked away.</source>
        <translation>Abre los niños guardados cuando se han olvidado todas las contraseñas. Guárdelo bajo llave.</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Sources of: {what}</source>
        <translation>Fuentes de: {what}</translation>
    </message>
    <message>
        <source>{id}. Seen on: {places}.</source>
        <translation>{id}. Se ve en: {places}.</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>Nothing here.</source>
        <translation>Aquí no hay nada.</translation>
    </message>
</context>
<context>
    <name>Consultation</name>
    <message>
        <source>Taken back: {question}</source>
        <translation>Deshecho: {question}</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Done again: {question}</source>
        <translation>Rehecho: {question}</translation>
    </message>
    <message>
        <source>Nothing to do again</source>
        <translation>Nada que rehacer</translation>
    </message>
    <message>
        <source>Not printed: this is not the child.</source>
        <translation>No se imprime: este no es el paciente.</translation>
    </message>
    <message>
        <source>The family view needs a result first.</source>
        <translation>La vista familiar necesita antes un resultado.</translation>
    </message>
    <message>
        <source>The family view needs the clinic&apos;s phone numbers first.</source>
        <translation>La vista familiar necesita antes los teléfonos de la clínica.</translation>
    </message>
    <message>
        <source>Your own impression first</source>
        <translation>Primero, su propia impresión</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Saved with the first change</source>
        <translation>Se guarda al cambiar algo</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>age at diagnosis is from 0 to 40 years.</source>
        <translation>la edad al diagnóstico va de 0 a 40 años.</translation>
    </message>
    <message>
        <source>months are from 0 to 11.</source>
        <translation>los meses van de 0 a 11.</translation>
    </message>
    <message>
        <source>a white count is above 0.</source>
        <translation>un recuento de leucocitos es mayor de 0.</translation>
    </message>
    <message>
        <source>that is above what is possible (3,000 x 10*9/L).</source>
        <translation>es más de lo posible (3,000 x 10*9/L).</translation>
    </message>
    <message>
        <source>that is above what is possible (3,000 x 10*9/L). Did you mean {value} /uL?</source>
        <translation>es más de lo posible (3,000 x 10*9/L). ¿Quiso decir {value} /uL?</translation>
    </message>
    <message>
        <source>MRD is from 0 to 100 percent.</source>
        <translation>la EMR va de 0 a 100 por ciento.</translation>
    </message>
    <message>
        <source>not 0: use below, with the limit of the test.</source>
        <translation>no 0: use “No detectada por debajo de”, con el límite de la prueba.</translation>
    </message>
    <message>
        <source>this number is beyond anything possible.</source>
        <translation>este número está más allá de lo posible.</translation>
    </message>
    <message>
        <source>from {low} to {high}.</source>
        <translation>de {low} a {high}.</translation>
    </message>
    <message>
        <source>&apos;{sign}&apos; ({name}) cannot be printed; please write it in another way.</source>
        <translation>&apos;{sign}&apos; ({name}) no se puede imprimir; escríbalo de otra manera.</translation>
    </message>
    <message>
        <source>T-cell ALL is never called standard risk; use other, with a name.</source>
        <translation>la LLA de células T nunca se llama riesgo estándar; use otro, con un nombre.</translation>
    </message>
    <message>
        <source>T-cell ALL is never called standard risk.</source>
        <translation>la LLA de células T nunca se llama riesgo estándar.</translation>
    </message>
    <message>
        <source>the team says T-cell; enter the cell type as T-cell first.</source>
        <translation>el equipo dice células T; anote primero el tipo de células como células T.</translation>
    </message>
    <message>
        <source>{medicine} is aimed at B cells, and this is T-cell ALL.</source>
        <translation>{medicine} va dirigido a células B, y esta es una LLA de células T.</translation>
    </message>
    <message>
        <source>this can title the paper, and families are never told {what}; write it another way.</source>
        <translation>esto puede dar título al papel y dice lo que a una familia nunca se le dice ({what}); escríbalo de otra manera.</translation>
    </message>
    <message>
        <source>at most {most} characters can title the paper, not {long}.</source>
        <translation>como máximo {most} caracteres pueden dar título al papel, no {long}.</translation>
    </message>
    <message>
        <source>the family has not asked for numbers</source>
        <translation>la familia no ha pedido números</translation>
    </message>
    <message>
        <source>numbers are for first treatment only</source>
        <translation>los números son solo para el primer tratamiento</translation>
    </message>
    <message>
        <source>the group is not final</source>
        <translation>el grupo no es definitivo</translation>
    </message>
    <message>
        <source>numbers are for the standard and high groups only</source>
        <translation>los números son solo para los grupos estándar y alto</translation>
    </message>
    <message>
        <source>the child belongs to a special group</source>
        <translation>el paciente pertenece a un grupo especial</translation>
    </message>
    <message>
        <source>an open answer could bring a special group</source>
        <translation>una respuesta abierta podría llevar a un grupo especial</translation>
    </message>
    <message>
        <source>many teams plan stronger treatment</source>
        <translation>muchos equipos planean un tratamiento más fuerte</translation>
    </message>
    <message>
        <source>an open answer could mean that many teams plan stronger treatment</source>
        <translation>una respuesta abierta podría significar que muchos equipos planean un tratamiento más fuerte</translation>
    </message>
    <message>
        <source>the team decided on another group</source>
        <translation>el equipo decidió otro grupo</translation>
    </message>
    <message>
        <source>the number is for children under 15</source>
        <translation>el número es para niños de menos de 15 años</translation>
    </message>
    <message>
        <source>exactly {n} months</source>
        <translation>exactamente {n} meses</translation>
    </message>
    <message>
        <source>under 18 months</source>
        <translation>menos de 18 meses</translation>
    </message>
    <message>
        <source>over 18 months</source>
        <translation>más de 18 meses</translation>
    </message>
    <message>
        <source>18 to 36 months</source>
        <translation>de 18 a 36 meses</translation>
    </message>
    <message>
        <source>over 36 months</source>
        <translation>más de 36 meses</translation>
    </message>
    <message>
        <source>on treatment</source>
        <translation>durante el tratamiento</translation>
    </message>
    <message>
        <source>up to 6 months after treatment</source>
        <translation>hasta 6 meses después del tratamiento</translation>
    </message>
    <message>
        <source>more than 6 months after treatment</source>
        <translation>más de 6 meses después del tratamiento</translation>
    </message>
    <message>
        <source>3 years or more</source>
        <translation>3 años o más</translation>
    </message>
    <message>
        <source>under 6 months after treatment</source>
        <translation>menos de 6 meses después del tratamiento</translation>
    </message>
    <message>
        <source>6 months to 3 years after treatment</source>
        <translation>de 6 meses a 3 años después del tratamiento</translation>
    </message>
    <message>
        <source>under 18 months from diagnosis</source>
        <translation>menos de 18 meses desde el diagnóstico</translation>
    </message>
    <message>
        <source>18 months or more from diagnosis, on treatment or within 6 months after it</source>
        <translation>18 meses o más desde el diagnóstico, durante el tratamiento o hasta 6 meses después</translation>
    </message>
    <message>
        <source>CCI-informed</source>
        <translation>Según CCI</translation>
    </message>
    <message>
        <source>PEMAT-informed, understanding</source>
        <translation>Según PEMAT, comprender</translation>
    </message>
    <message>
        <source>PEMAT-informed, acting</source>
        <translation>Según PEMAT, actuar</translation>
    </message>
</context>
<context>
    <name>DayParts</name>
    <message>
        <source>day</source>
        <translation>día</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mes</translation>
    </message>
    <message>
        <source>year</source>
        <translation>año</translation>
    </message>
    <message>
        <source>A date needs day, month and year.</source>
        <translation>Una fecha necesita día, mes y año.</translation>
    </message>
    <message>
        <source>Write the date in figures, such as 14, 4 and 2026.</source>
        <translation>Escriba la fecha en cifras, como 14, 4 y 2026.</translation>
    </message>
    <message>
        <source>Write the year with four figures.</source>
        <translation>Escriba el año con cuatro cifras.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>La clínica</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>DueDate</name>
    <message>
        <source>Expected about</source>
        <translation>Se espera hacia</translation>
    </message>
    <message>
        <source>{question}, expected</source>
        <translation>{question}, se espera</translation>
    </message>
    <message>
        <source>This day is not in the calendar. Check day and month.</source>
        <translation>Este día no está en el calendario. Revise el día y el mes.</translation>
    </message>
</context>
<context>
    <name>FaultTeller</name>
    <message>
        <source>Your answers are saved. Close the program and open it again.</source>
        <translation>Sus respuestas están guardadas. Cierre el programa y ábralo de nuevo.</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>This can be read in two ways. Write {whole} or {part}.</source>
        <translation>Esto se puede leer de dos maneras. Escriba {whole} o {part}.</translation>
    </message>
</context>
<context>
    <name>FiguresList</name>
    <message>
        <source>How it reads ({language})</source>
        <translation>Cómo se lee ({language})</translation>
    </message>
    <message>
        <source>Words a sentence, longest</source>
        <translation>Palabras por frase, la más larga</translation>
    </message>
    <message>
        <source>Long words not explained</source>
        <translation>Palabras largas sin explicar</translation>
    </message>
    <message>
        <source>Most often: {words}</source>
        <translation>Más frecuentes: {words}</translation>
    </message>
    <message>
        <source>{name}, {people} not judged</source>
        <translation>{name}, {people} sin juzgar</translation>
    </message>
    <message>
        <source>{met} of {judged}</source>
        <translation>{met} de {judged}</translation>
    </message>
    <message>
        <source>Explained words taken as known</source>
        <translation>Con palabras explicadas como conocidas</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>muy corto</translation>
    </message>
    <message>
        <source>Grade (Flesch-Kincaid, SMOG)</source>
        <translation>Grado (Flesch-Kincaid, SMOG)</translation>
    </message>
    <message>
        <source>Passive sentences</source>
        <translation>Frases en pasiva</translation>
    </message>
    <message>
        <source>INFLESZ, Fernández-Huerta</source>
        <translation>INFLESZ, Fernández-Huerta</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Find a child</source>
        <translation>Buscar paciente</translation>
    </message>
    <message>
        <source>Find a child by its id</source>
        <translation>Buscar un paciente por su código</translation>
    </message>
    <message>
        <source>Id, or part of it</source>
        <translation>Código, o parte de él</translation>
    </message>
    <message>
        <source>this child</source>
        <translation>este paciente</translation>
    </message>
    <message>
        <source>Go on with {label}</source>
        <translation>Seguir con {label}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>No child has an id like this.</source>
        <translation>Ningún paciente tiene un código así.</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Aquí aún no hay nada.</translation>
    </message>
    <message>
        <source>1 child</source>
        <translation>1 paciente</translation>
    </message>
    <message>
        <source>{count} children</source>
        <translation>{count} pacientes</translation>
    </message>
    <message>
        <source>Choose a child at the left to see its handouts.</source>
        <translation>Elija a la izquierda un paciente para ver sus folletos.</translation>
    </message>
    <message>
        <source>No id yet</source>
        <translation>Aún sin código</translation>
    </message>
    <message>
        <source>Handouts that were made</source>
        <translation>Folletos que se hicieron</translation>
    </message>
    <message>
        <source>None yet. Go on with this child and make one.</source>
        <translation>Ninguno todavía. Siga con este paciente y haga uno.</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{pages} pages, {language}, checked by {name}</source>
        <translation>{pages} páginas, {language}, revisado por {name}</translation>
    </message>
    <message>
        <source>Save again exactly…</source>
        <translation>Guardar otra vez igual…</translation>
    </message>
    <message>
        <source>Save again exactly: {what}</source>
        <translation>Guardar otra vez igual: {what}</translation>
    </message>
    <message>
        <source>handout</source>
        <translation>folleto</translation>
    </message>
    <message>
        <source>Save the handout</source>
        <translation>Guardar el folleto</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved, the same pages as then: {path}</source>
        <translation>Guardado, las mismas páginas de entonces: {path}</translation>
    </message>
</context>
<context>
    <name>GateWindow</name>
    <message>
        <source>This cannot be opened</source>
        <translation>Esto no se puede abrir</translation>
    </message>
</context>
<context>
    <name>GeneField</name>
    <message>
        <source>method</source>
        <translation>método</translation>
    </message>
    <message>
        <source>How tested, such as FISH (optional)</source>
        <translation>Método, como FISH (opcional)</translation>
    </message>
</context>
<context>
    <name>GroupLine</name>
    <message>
        <source>{group}, your team&apos;s decision</source>
        <translation>{group}, decisión de su equipo</translation>
    </message>
    <message>
        <source>Relapse</source>
        <translation>Recaída</translation>
    </message>
</context>
<context>
    <name>HandoutPage</name>
    <message>
        <source>The handout</source>
        <translation>El folleto</translation>
    </message>
    <message>
        <source>These are the real pages. What you choose here changes them at once.</source>
        <translation>Son las páginas reales. Lo que elija aquí las cambia al momento.</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>Volver a la revisión</translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation>Haciendo las páginas…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Guardar PDF…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>No id yet</source>
        <translation>Aún sin código</translation>
    </message>
    <message>
        <source>Medicines on the paper: {medicines}.</source>
        <translation>Medicamentos en el papel: {medicines}.</translation>
    </message>
    <message>
        <source>Numbers stay off the paper until the family says yes.</source>
        <translation>Los números no van al papel hasta que la familia diga que sí.</translation>
    </message>
    <message>
        <source>Numbers: the family wants them; not on this paper, because {reason}.</source>
        <translation>Números: la familia los quiere; no van en este papel, porque {reason}.</translation>
    </message>
    <message>
        <source>Numbers are on the paper: the family asked for them.</source>
        <translation>Los números van en el papel: la familia los pidió.</translation>
    </message>
    <message>
        <source>No Spanish paper now: {count} texts are missing or older than the English.</source>
        <translation>Ahora no hay papel en español: {count} textos faltan o son más antiguos que el inglés.</translation>
    </message>
    <message>
        <source>“{words}” stands on the paper as the clinic wrote it.</source>
        <translation>“{words}” figura en el papel tal como lo escribió la clínica.</translation>
    </message>
    <message>
        <source>It is right as entered</source>
        <translation>Es correcto así</translation>
    </message>
    <message>
        <source>The pages need the clinic&apos;s phone numbers and its fever threshold first.</source>
        <translation>Las páginas necesitan antes los teléfonos de la clínica y su umbral de fiebre.</translation>
    </message>
    <message>
        <source>An answer changed while the pages were made. Please check and print again.</source>
        <translation>Una respuesta cambió mientras se hacían las páginas. Revise e imprima otra vez.</translation>
    </message>
    <message>
        <source>{languages}, {pages} pages</source>
        <translation>{languages}, {pages} páginas</translation>
    </message>
    <message>
        <source>The clinic&apos;s phone numbers or its fever threshold are missing. Add them first.</source>
        <translation>Faltan los teléfonos de la clínica o su umbral de fiebre. Añádalos primero.</translation>
    </message>
    <message>
        <source>The clinic&apos;s fever threshold is above 38.3 °C and has to be confirmed first.</source>
        <translation>El umbral de fiebre de la clínica pasa de 38.3 °C y antes hay que confirmarlo.</translation>
    </message>
    <message>
        <source>One value has to be confirmed or corrected first.</source>
        <translation>Antes hay que confirmar o corregir un valor.</translation>
    </message>
    <message>
        <source>Tick that this is the right child and the right result.</source>
        <translation>Marque que es el paciente correcto y el resultado correcto.</translation>
    </message>
    <message>
        <source>Write the name or initials of who checked.</source>
        <translation>Escriba el nombre o las iniciales de quien revisó.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help and keys</source>
        <translation>Ayuda y teclas</translation>
    </message>
    <message>
        <source>**F1** at a question opens its own help: what it means, and why it is asked.</source>
        <translation>**F1** en una pregunta abre su propia ayuda: qué significa y por qué se pregunta.</translation>
    </message>
    <message>
        <source>The screens</source>
        <translation>Las pantallas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Every question can stay open: **Waiting** and **Not known** are full answers, and neither counts as no. Each answer is kept at once.</source>
        <translation>Toda pregunta puede quedar abierta: **En espera** y **No se sabe** son respuestas completas, y ninguna cuenta como no. Cada respuesta se guarda al momento.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>All answers in one list, the open ones first.</source>
        <translation>Todas las respuestas en una lista, primero las abiertas.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>The published group with its reasons, and what could still change it. Your team&apos;s decision stands above it.</source>
        <translation>El grupo publicado con sus razones, y lo que aún podría cambiarlo. La decisión de su equipo está por encima.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Qué pasaría si</translation>
    </message>
    <message>
        <source>Open results tried out. Nothing of it is saved, printed, or taken for the child.</source>
        <translation>Resultados abiertos, a prueba. Nada de esto se guarda, se imprime ni se toma como del paciente.</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Camino</translation>
    </message>
    <message>
        <source>The order of the steps, without dates, and where the child is.</source>
        <translation>El orden de los pasos, sin fechas, y dónde está el paciente.</translation>
    </message>
    <message>
        <source>Family view</source>
        <translation>Vista familiar</translation>
    </message>
    <message>
        <source>A second window to look at together: the sentences of the paper, one idea at a time, and nothing that says which child it is.</source>
        <translation>Una segunda ventana para mirar juntos: las frases del papel, una idea a la vez, y nada que diga de qué paciente se trata.</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Folleto</translation>
    </message>
    <message>
        <source>The real pages. Choose the cards, the language and the size, and check the child.</source>
        <translation>Las páginas reales. Elija las tarjetas, el idioma y el tamaño, y compruebe que es el paciente correcto.</translation>
    </message>
    <message>
        <source>Published schemes</source>
        <translation>Esquemas publicados</translation>
    </message>
    <message>
        <source>Other published groups to compare with, and where the sources disagree.</source>
        <translation>Otros grupos publicados para comparar, y dónde no coinciden las fuentes.</translation>
    </message>
    <message>
        <source>New consultation</source>
        <translation>Consulta nueva</translation>
    </message>
    <message>
        <source>Find a child</source>
        <translation>Buscar paciente</translation>
    </message>
    <message>
        <source>The main button of the page</source>
        <translation>El botón principal de la página</translation>
    </message>
    <message>
        <source>The page before, the page after</source>
        <translation>La página anterior, la siguiente</translation>
    </message>
    <message>
        <source>To a step</source>
        <translation>Ir a un paso</translation>
    </message>
    <message>
        <source>Save the handout as PDF</source>
        <translation>Guardar el folleto como PDF</translation>
    </message>
    <message>
        <source>Print the handout</source>
        <translation>Imprimir el folleto</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Deshacer el último paso</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Rehacerlo</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Open or close the sources</source>
        <translation>Abrir o cerrar las fuentes</translation>
    </message>
    <message>
        <source>Family view: open or close</source>
        <translation>Vista familiar: abrir o cerrar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>At an answer that is picked: not known, waiting</source>
        <translation>En una respuesta que se elige: no se sabe, en espera</translation>
    </message>
    <message>
        <source>Larger words, smaller words</source>
        <translation>Letra más grande, más pequeña</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Esta página</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>In the family view</source>
        <translation>En la vista familiar</translation>
    </message>
    <message>
        <source>The next idea, or the next sentence</source>
        <translation>La idea siguiente, o la frase siguiente</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>La anterior</translation>
    </message>
    <message>
        <source>Blank at once, and back</source>
        <translation>En blanco al momento, y volver</translation>
    </message>
    <message>
        <source>The other language</source>
        <translation>El otro idioma</translation>
    </message>
    <message>
        <source>One sentence at a time in two languages, for an interpreter</source>
        <translation>Una frase a la vez en dos idiomas, para intérpretes</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Oscuro o claro</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Cerrarla</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Good to see you</source>
        <translation>Le damos la bienvenida</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Start clean</source>
        <translation>Empezar en blanco</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>a child without an id</source>
        <translation>un paciente sin código</translation>
    </message>
    <message>
        <source>The program ended while **{name}** was open, last saved {day} at {time}. Every answer is kept.</source>
        <translation>El programa terminó mientras **{name}** estaba en pantalla; se guardó por última vez el {day} a las {time}. Se conservan todas las respuestas.</translation>
    </message>
    <message>
        <source>Everything here is **practice**: invented children, and an invented clinic.</source>
        <translation>Aquí todo es **práctica**: pacientes inventados y una clínica inventada.</translation>
    </message>
    <message>
        <source>Children are kept on this laptop only. Nothing is sent anywhere.</source>
        <translation>Los pacientes se guardan solo en esta computadora. No se envía nada a ningún lugar.</translation>
    </message>
    <message>
        <source>New consultation</source>
        <translation>Consulta nueva</translation>
    </message>
    <message>
        <source>Start with an empty page.</source>
        <translation>Empezar con una página en blanco.</translation>
    </message>
    <message>
        <source>Find a child</source>
        <translation>Buscar paciente</translation>
    </message>
    <message>
        <source>Go on, or print again.</source>
        <translation>Seguir, o imprimir otra vez.</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>La clínica</translation>
    </message>
    <message>
        <source>Children to practise with</source>
        <translation>Pacientes para practicar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Ayuda y teclas</translation>
    </message>
    <message>
        <source>Nothing here yet. Start with a new consultation.</source>
        <translation>Aquí aún no hay nada. Empiece con una consulta nueva.</translation>
    </message>
    <message>
        <source>Seen last</source>
        <translation>Vistos recientemente</translation>
    </message>
    <message>
        <source>Phone numbers and fever threshold are missing. Add them first.</source>
        <translation>Faltan los teléfonos y el umbral de fiebre. Añádalos primero.</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Family view</source>
        <translation>Vista familiar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock (F12)</source>
        <translation>Bloquear (F12)</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Content {version}</source>
        <translation>Contenido {version}</translation>
    </message>
    <message>
        <source>checked {day}</source>
        <translation>revisado el {day}</translation>
    </message>
    <message>
        <source>No id yet</source>
        <translation>Aún sin código</translation>
    </message>
    <message>
        <source>{age} at diagnosis</source>
        <translation>{age} al diagnóstico</translation>
    </message>
    <message>
        <source>No child is open</source>
        <translation>No hay ningún paciente en pantalla</translation>
    </message>
</context>
<context>
    <name>ImpressionCard</name>
    <message>
        <source>Your own impression first</source>
        <translation>Primero, su propia impresión</translation>
    </message>
    <message>
        <source>Which group do you expect? It is shown beside the result, and not kept.</source>
        <translation>¿Qué grupo espera? Se muestra junto al resultado, y no se guarda.</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No sé</translation>
    </message>
</context>
<context>
    <name>InputsCard</name>
    <message>
        <source>Inputs for this child</source>
        <translation>Datos de este paciente</translation>
    </message>
    <message>
        <source>Also needed, not asked here</source>
        <translation>También hace falta, y aquí no se pregunta</translation>
    </message>
    <message>
        <source>{n} known</source>
        <translation>{n} se saben</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} en espera</translation>
    </message>
    <message>
        <source>{n} not known</source>
        <translation>{n} no se saben</translation>
    </message>
    <message>
        <source>Also needed, not asked here: {also}.</source>
        <translation>También hace falta, y aquí no se pregunta: {also}.</translation>
    </message>
    <message>
        <source>Inputs for this child. {inputs}</source>
        <translation>Datos de este paciente. {inputs}</translation>
    </message>
</context>
<context>
    <name>IntegerField</name>
    <message>
        <source>This is not a whole number yet. Write it like 46.</source>
        <translation>Todavía no es un número entero. Escríbalo así: 46.</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Not finished: {names}. What is half written there is lost if you leave now; answers from before stay.</source>
        <translation>Sin terminar: {names}. Lo que allí está a medio escribir se pierde si sale ahora; las respuestas anteriores se quedan.</translation>
    </message>
    <message>
        <source>{fault} The last answers are lost if you leave now.</source>
        <translation>{fault} Las últimas respuestas se pierden si sale ahora.</translation>
    </message>
    <message>
        <source>Leave again to go all the same.</source>
        <translation>Salga otra vez para irse de todos modos.</translation>
    </message>
    <message>
        <source>Go to this question</source>
        <translation>Ir a esta pregunta</translation>
    </message>
    <message>
        <source>Go to: {question}</source>
        <translation>Ir a: {question}</translation>
    </message>
</context>
<context>
    <name>Locker</name>
    <message>
        <source>Something is half written. Open this first, then close the program.</source>
        <translation>Hay algo a medio escribir. Ábralo primero y después cierre el programa.</translation>
    </message>
    <message>
        <source>Nobody was here for a while: this locks in 30 seconds. Any key keeps it open.</source>
        <translation>No hubo nadie aquí un rato: se bloquea en 30 segundos. Cualquier tecla lo mantiene abierto.</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Elegir una imagen…</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Quitar la imagen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose the clinic&apos;s picture</source>
        <translation>Elegir la imagen de la clínica</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>No hay ningún archivo {path}.</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose another file.</source>
        <translation>Revise el nombre y la carpeta, o elija otro archivo.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a file.</source>
        <translation>{path} es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>Elija un archivo de ella.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>No se puede leer el archivo {path}.</translation>
    </message>
    <message>
        <source>Check that you may open it, or ask who looks after this laptop.</source>
        <translation>Revise si tiene permiso para abrirlo, o pregunte a quien cuida esta computadora.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written here.</source>
        <translation>No se puede escribir aquí el archivo {path}.</translation>
    </message>
    <message>
        <source>Nothing is lost. Close it in other programs or choose another folder.</source>
        <translation>No se pierde nada. Ciérrelo en otros programas o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The file {path} is too large to be the right one.</source>
        <translation>El archivo {path} es demasiado grande para ser el correcto.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>The disk is full. The file was not written.</source>
        <translation>El disco está lleno. El archivo no se escribió.</translation>
    </message>
    <message>
        <source>Nothing is lost. Make room or choose another disk, then try again.</source>
        <translation>No se pierde nada. Haga espacio o elija otro disco, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>There are no saved children here yet.</source>
        <translation>Aquí aún no hay pacientes guardados.</translation>
    </message>
    <message>
        <source>They are kept from the first consultation on. Nothing is wrong.</source>
        <translation>Se guardan desde la primera consulta. No hay ningún error.</translation>
    </message>
    <message>
        <source>Another program is using the saved children.</source>
        <translation>Otro programa está usando los pacientes guardados.</translation>
    </message>
    <message>
        <source>Close the other allcounsel window, then try again. Nothing is lost.</source>
        <translation>Cierre la otra ventana de allcounsel y vuelva a intentarlo. No se pierde nada.</translation>
    </message>
    <message>
        <source>The saved children cannot be read: the store is damaged.</source>
        <translation>No se pueden leer los pacientes guardados: el almacén está dañado.</translation>
    </message>
    <message>
        <source>Do not delete it. Restore the last backup, or ask who looks after it.</source>
        <translation>No lo borre. Restaure la última copia de seguridad, o pregunte a quien lo cuida.</translation>
    </message>
    <message>
        <source>The saved children were written by a newer allcounsel.</source>
        <translation>Los pacientes guardados los escribió un allcounsel más nuevo.</translation>
    </message>
    <message>
        <source>Install the newer version. Nothing was changed.</source>
        <translation>Instale la versión más nueva. No se cambió nada.</translation>
    </message>
    <message>
        <source>The file where saved children should be is something else.</source>
        <translation>El archivo donde deberían estar los pacientes guardados es otra cosa.</translation>
    </message>
    <message>
        <source>Move that file away, or ask who looks after this laptop.</source>
        <translation>Mueva ese archivo, o pregunte a quien cuida esta computadora.</translation>
    </message>
    <message>
        <source>This child has answers that this version cannot read: {what}.</source>
        <translation>Este paciente tiene respuestas que esta versión no puede leer: {what}.</translation>
    </message>
    <message>
        <source>It was not opened and stays as it was saved. Use the version that saved it.</source>
        <translation>No se abrió y queda como se guardó. Use la versión que lo guardó.</translation>
    </message>
    <message>
        <source>This stored handout is not as it was given. It was not opened.</source>
        <translation>Este folleto guardado no está como se entregó. No se abrió.</translation>
    </message>
    <message>
        <source>Make the handout again, and check it before you give it.</source>
        <translation>Haga el folleto otra vez, y revíselo antes de entregarlo.</translation>
    </message>
    <message>
        <source>A character in the clinic&apos;s words or the label cannot be printed.</source>
        <translation>Un carácter en las palabras de la clínica o en el código no se puede imprimir.</translation>
    </message>
    <message>
        <source>Write it with other letters, then try again.</source>
        <translation>Escríbalo con otras letras y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The saved children are locked.</source>
        <translation>Los niños guardados están bloqueados.</translation>
    </message>
    <message>
        <source>Unlock them with your passphrase.</source>
        <translation>Desbloquéelos con su contraseña.</translation>
    </message>
    <message>
        <source>The key of the saved children is not where it was: {path}.</source>
        <translation>La clave de los niños guardados no está donde estaba: {path}.</translation>
    </message>
    <message>
        <source>Do not delete anything. Restore the last backup: it holds the key too.</source>
        <translation>No borre nada. Restaure la última copia de seguridad: también contiene la clave.</translation>
    </message>
    <message>
        <source>The key of the saved children is damaged: {path}.</source>
        <translation>La clave de los niños guardados está dañada: {path}.</translation>
    </message>
    <message>
        <source>That did not match.</source>
        <translation>No coincide.</translation>
    </message>
    <message>
        <source>Tries left before a pause: {left}. Nothing is lost.</source>
        <translation>Intentos antes de una pausa: {left}. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>Too many tries did not match.</source>
        <translation>Demasiados intentos no coincidieron.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, then try again. Nothing is lost.</source>
        <translation>Espere {seconds} segundos e inténtelo de nuevo. No se ha perdido nada.</translation>
    </message>
</context>
<context>
    <name>MrdField</name>
    <message>
        <source>Found</source>
        <translation>Detectada</translation>
    </message>
    <message>
        <source>Not found below</source>
        <translation>No detectada por debajo de</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>por ciento</translation>
    </message>
    <message>
        <source>{question}, method</source>
        <translation>{question}, método</translation>
    </message>
    <message>
        <source>Was leukaemia found, or not found below a limit? Choose one.</source>
        <translation>¿Se encontró leucemia, o no se encontró por debajo de un límite? Elija uno.</translation>
    </message>
    <message>
        <source>Write how much was found, in percent.</source>
        <translation>Escriba cuánta se encontró, en por ciento.</translation>
    </message>
    <message>
        <source>Write the limit of the test, in percent.</source>
        <translation>Escriba el límite de la prueba, en por ciento.</translation>
    </message>
    <message>
        <source>This is not a number yet. Write it like 0.01.</source>
        <translation>Todavía no es un número. Escríbalo así: 0.01.</translation>
    </message>
    <message>
        <source>Choose how it was measured. Without a method it cannot count.</source>
        <translation>Elija cómo se midió. Sin un método no puede contar.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>This is not a number yet. Write it like 18.4 or 18400.</source>
        <translation>Todavía no es un número. Escríbalo así: 18.4 o 18400.</translation>
    </message>
</context>
<context>
    <name>NumbersNotice</name>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Ask the family now</source>
        <translation>Preguntar a la familia</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Numbers: {state}. Ask the family</source>
        <translation>Números: {state}. Preguntar a la familia</translation>
    </message>
</context>
<context>
    <name>NumbersPanel</name>
    <message>
        <source>Does the family want to hear numbers?</source>
        <translation>¿Quiere la familia oír números?</translation>
    </message>
    <message>
        <source>“Some parents want to hear numbers, some do not. What would help you today?”</source>
        <translation>“Algunos padres quieren oír números y otros no. ¿Qué les ayudaría hoy?”</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>OpenSheet</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>In practice no passphrase is needed: the children are invented.</source>
        <translation>En práctica no hace falta contraseña: los niños son inventados.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>The same group and the same road.</source>
        <translation>El mismo grupo y el mismo camino.</translation>
    </message>
    <message>
        <source>Published group: {group}</source>
        <translation>Grupo publicado: {group}</translation>
    </message>
    <message>
        <source>No other open result would change this group.</source>
        <translation>Ningún otro resultado pendiente cambiaría este grupo.</translation>
    </message>
    <message>
        <source>Not on that road: {step}</source>
        <translation>No está en ese camino: {step}</translation>
    </message>
    <message>
        <source>On that road: {step}</source>
        <translation>En ese camino: {step}</translation>
    </message>
    <message>
        <source>On that road, may be part: {step}</source>
        <translation>En ese camino, puede formar parte: {step}</translation>
    </message>
    <message>
        <source>On that road, waiting for a result: {step}</source>
        <translation>En ese camino, a la espera de un resultado: {step}</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Página {number} de {count}</translation>
    </message>
</context>
<context>
    <name>PaperOptions</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>{language} beside it, line by line</source>
        <translation>{language} al lado, línea por línea</translation>
    </message>
</context>
<context>
    <name>PathwayPage</name>
    <message>
        <source>Back to the review</source>
        <translation>Volver a la revisión</translation>
    </message>
    <message>
        <source>Make the handout</source>
        <translation>Hacer el folleto</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>pathway</source>
        <translation>camino</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg)</source>
        <translation>Imagen (*.png);;Dibujo (*.svg)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Guardado: {path}</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Is this the right paper?</source>
        <translation>¿Es este el papel correcto?</translation>
    </message>
    <message>
        <source>Choose a printer…</source>
        <translation>Elegir impresora…</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>No imprimir</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Choose the situation. It is the only answer that is needed.</source>
        <translation>Elija la situación. Es la única respuesta que hace falta.</translation>
    </message>
    <message>
        <source>Choose one of these. It is the only answer that is needed.</source>
        <translation>Elija una de estas. Es la única respuesta que hace falta.</translation>
    </message>
    <message>
        <source>This day is not in the calendar. Check day and month.</source>
        <translation>Este día no está en el calendario. Revise el día y el mes.</translation>
    </message>
    <message>
        <source>This day lies in the future. Check the year.</source>
        <translation>Este día está en el futuro. Revise el año.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Escriba un número entero.</translation>
    </message>
    <message>
        <source>Say how your protocol defines a slow response.</source>
        <translation>Diga cómo define su protocolo una respuesta lenta.</translation>
    </message>
    <message>
        <source>The age and the dates do not agree.</source>
        <translation>La edad y las fechas no concuerdan.</translation>
    </message>
    <message>
        <source>The birth date lies after the date of diagnosis.</source>
        <translation>La fecha de nacimiento es posterior a la del diagnóstico.</translation>
    </message>
    <message>
        <source>The two dates give an age over 40 years. Check the years.</source>
        <translation>Las dos fechas dan una edad de más de 40 años. Revise los años.</translation>
    </message>
    <message>
        <source>0 is never measured. Choose “Not found below” and the test&apos;s limit.</source>
        <translation>Nunca se mide 0. Elija “No detectada por debajo de” y el límite de la prueba.</translation>
    </message>
    <message>
        <source>This day lies before one that should be earlier. Check both.</source>
        <translation>Este día es anterior a uno que debería ir antes. Revise ambos.</translation>
    </message>
    <message>
        <source>Treatment ended before the relapse, so it was not on treatment.</source>
        <translation>El tratamiento terminó antes de la recaída, así que no fue durante el tratamiento.</translation>
    </message>
    <message>
        <source>This is too long. Shorten it a little.</source>
        <translation>Es demasiado largo. Acórtelo un poco.</translation>
    </message>
    <message>
        <source>There is a character in this text that cannot be kept.</source>
        <translation>En este texto hay un carácter que no se puede guardar.</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>**Waiting** for a result.</source>
        <translation>**En espera** de un resultado.</translation>
    </message>
    <message>
        <source>**Waiting** for a result, about {day}.</source>
        <translation>**En espera** de un resultado, hacia el {day}.</translation>
    </message>
    <message>
        <source>**Not known.** You can add it later.</source>
        <translation>**No se sabe.** Puede añadirlo más tarde.</translation>
    </message>
    <message>
        <source>**Does not apply** to this child.</source>
        <translation>**No aplica** a este paciente.</translation>
    </message>
    <message>
        <source>What you entered is kept: press the button again to have it back.</source>
        <translation>Lo que escribió se conserva: pulse otra vez el botón para recuperarlo.</translation>
    </message>
    <message>
        <source>Until then the answer stays {answer}.</source>
        <translation>Hasta entonces la respuesta sigue siendo {answer}.</translation>
    </message>
    <message>
        <source>It is right as entered</source>
        <translation>Es correcto así</translation>
    </message>
    <message>
        <source>**You confirmed it.**</source>
        <translation>**Usted lo confirmó.**</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>Source of: {title}</source>
        <translation>Fuente de: {title}</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Every other rule that was looked at</source>
        <translation>Las otras reglas que se miraron</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Not counted either way.</source>
        <translation>No cuenta en ningún sentido.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Situation not chosen yet</source>
        <translation>Situación aún sin elegir</translation>
    </message>
</context>
<context>
    <name>ReferencePage</name>
    <message>
        <source>The content in use was made before there were any tables here.</source>
        <translation>El contenido en uso se hizo antes de que hubiera tablas aquí.</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>Volver a la revisión</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>Ver resultado</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>First treatment</source>
        <translation>Primer tratamiento</translation>
    </message>
    <message>
        <source>First relapse</source>
        <translation>Primera recaída</translation>
    </message>
    <message>
        <source>Where the sources disagree</source>
        <translation>Dónde no coinciden las fuentes</translation>
    </message>
    <message>
        <source>For this child</source>
        <translation>Para este paciente</translation>
    </message>
    <message>
        <source>An answer is open</source>
        <translation>Una respuesta está abierta</translation>
    </message>
    <message>
        <source>The sources</source>
        <translation>Las fuentes</translation>
    </message>
    <message>
        <source>Other children</source>
        <translation>Otros pacientes</translation>
    </message>
    <message>
        <source>Published schemes</source>
        <translation>Esquemas publicados</translation>
    </message>
    <message>
        <source>Shown for comparison. allcounsel does not place a child in these groups.</source>
        <translation>Se muestran para comparar. allcounsel no coloca a ningún paciente en estos grupos.</translation>
    </message>
    <message>
        <source>Every side with the year of its text, and how allcounsel shows it.</source>
        <translation>Cada postura con el año de su texto, y cómo la muestra allcounsel.</translation>
    </message>
    <message>
        <source>If an open answer brings it up</source>
        <translation>Si una respuesta abierta lo plantea</translation>
    </message>
    <message>
        <source>About the sources themselves</source>
        <translation>Sobre las propias fuentes</translation>
    </message>
    <message>
        <source>About other children</source>
        <translation>Sobre otros pacientes</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Published schemes</source>
        <translation>Esquemas publicados</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>Volver a la revisión</translation>
    </message>
    <message>
        <source>Make the handout</source>
        <translation>Hacer el folleto</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Camino</translation>
    </message>
    <message>
        <source>You expected **{group}**.</source>
        <translation>Usted esperaba **{group}**.</translation>
    </message>
    <message>
        <source>You were not sure which group to expect.</source>
        <translation>Usted no sabía qué grupo esperar.</translation>
    </message>
    <message>
        <source>Why this group</source>
        <translation>Por qué este grupo</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
    <message>
        <source>Sources **F2**</source>
        <translation>Fuentes **F2**</translation>
    </message>
    <message>
        <source>Place and time</source>
        <translation>Lugar y tiempo</translation>
    </message>
    <message>
        <source>What could still change this</source>
        <translation>Lo que aún podría cambiarlo</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Qué pasaría si</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Open answers first. **Not known** is a full answer: it never counts as normal or as no.</source>
        <translation>Primero las respuestas abiertas. **No se sabe** es una respuesta completa: nunca cuenta como normal ni como no.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>Ver resultado</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Go to this question</source>
        <translation>Ir a esta pregunta</translation>
    </message>
    <message>
        <source>Go to: {question}</source>
        <translation>Ir a: {question}</translation>
    </message>
    <message>
        <source>It is right as entered</source>
        <translation>Es correcto así</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit: {question}</source>
        <translation>Editar: {question}</translation>
    </message>
    <message>
        <source>{answer}, about {day}</source>
        <translation>{answer}, hacia el {day}</translation>
    </message>
    <message>
        <source>Still open, and could change the result</source>
        <translation>Aún abiertas, y podrían cambiar el resultado</translation>
    </message>
    <message>
        <source>Waiting for other results</source>
        <translation>En espera de otros resultados</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondidas</translation>
    </message>
    <message>
        <source>Not known, for the record only</source>
        <translation>No se sabe, solo para el registro</translation>
    </message>
</context>
<context>
    <name>RightChild</name>
    <message>
        <source>I have checked the reasons: right child, right result</source>
        <translation>He revisado las razones: paciente correcto, resultado correcto</translation>
    </message>
    <message>
        <source>Name or initials of who checked</source>
        <translation>Nombre o iniciales de quien revisó</translation>
    </message>
</context>
<context>
    <name>RowFrame</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>No aplica</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Printing: page {page} of {pages}</source>
        <translation>Imprimiendo: página {page} de {pages}</translation>
    </message>
    <message>
        <source>The printer did not take all pages. Nothing is lost; please try again.</source>
        <translation>La impresora no tomó todas las páginas. No se pierde nada; inténtelo otra vez.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>handout</source>
        <translation>folleto</translation>
    </message>
    <message>
        <source>Save the handout</source>
        <translation>Guardar el folleto</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Guardado: {path}</translation>
    </message>
    <message>
        <source>The file was written, but it is not kept with this child. {why}</source>
        <translation>El archivo se escribió, pero no queda guardado con este paciente. {why}</translation>
    </message>
    <message>
        <source>{done}
The same {pages} pages are kept with this child for an exact reprint.</source>
        <translation>{done}
Las mismas {pages} páginas quedan guardadas con este paciente para reimprimirlas iguales.</translation>
    </message>
</context>
<context>
    <name>SchemeCard</name>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Sources of: {title}</source>
        <translation>Fuentes de: {title}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>o</translation>
    </message>
    <message>
        <source>Table. {rows} {note}</source>
        <translation>Tabla. {rows} {note}</translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show what I type</source>
        <translation>Mostrar lo que escribo</translation>
    </message>
</context>
<context>
    <name>SetUpSheet</name>
    <message>
        <source>First, a passphrase</source>
        <translation>Primero, una contraseña</translation>
    </message>
    <message>
        <source>What you save on this laptop will be encrypted. Without this passphrase, or the recovery code that comes next, **nobody can read it again**.</source>
        <translation>Lo que guarde en este portátil se cifrará. Sin esta contraseña, o sin el código de recuperación que viene después, **nadie podrá volver a leerlo**.</translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation>Su nombre o sus iniciales</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma contraseña otra vez</translation>
    </message>
    <message>
        <source>At least {count} letters. Four or five words that do not belong together are good.</source>
        <translation>Al menos {count} letras. Cuatro o cinco palabras sin relación entre sí van bien.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Please write your name or initials.</source>
        <translation>Escriba su nombre o sus iniciales.</translation>
    </message>
    <message>
        <source>This passphrase is too short.</source>
        <translation>Esta contraseña es demasiado corta.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Las dos contraseñas no son iguales.</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>you are on this step</source>
        <translation>está en este paso</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>{number} open</source>
        <translation>abiertas: {number}</translation>
    </message>
</context>
<context>
    <name>TeamPanel</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Take the team&apos;s decision away</source>
        <translation>Quitar la decisión del equipo</translation>
    </message>
</context>
<context>
    <name>UnlockSheet</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>What is saved here is encrypted. Your passphrase opens it.</source>
        <translation>Lo guardado aquí está cifrado. Su contraseña lo abre.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>Usar el código de recuperación</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Use a passphrase</source>
        <translation>Usar una contraseña</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>WhatIfPage</name>
    <message>
        <source>What if. Not this child.</source>
        <translation>Qué pasaría si. No es este paciente.</translation>
    </message>
    <message>
        <source>Nothing here is saved or printed. **Esc** puts everything back.</source>
        <translation>Aquí no se guarda ni se imprime nada. **Esc** deja todo como estaba.</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Como está ahora</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Qué pasaría si</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>Volver al resultado</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <translation>Deshacer todo</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>If this came back</source>
        <translation>Si llegara este resultado</translation>
    </message>
    <message>
        <source>Nothing open can change this.</source>
        <translation>Nada de lo abierto puede cambiarlo.</translation>
    </message>
    <message>
        <source>As now</source>
        <translation>Como ahora</translation>
    </message>
</context>
<context>
    <name>WhiteCountField</name>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>{question}, unit</source>
        <translation>{question}, unidad</translation>
    </message>
    <message>
        <source>This is not a number yet. Write it like 18.4 or 18400.</source>
        <translation>Todavía no es un número. Escríbalo así: 18.4 o 18400.</translation>
    </message>
    <message>
        <source>Choose the unit as it stands on the report.</source>
        <translation>Elija la unidad como figura en el informe.</translation>
    </message>
    <message>
        <source>You changed the unit from {unit}. The number stayed as you typed it.</source>
        <translation>Cambió la unidad, que era {unit}. El número quedó como lo escribió.</translation>
    </message>
</context>
<context>
    <name>WindowPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>They hold at once, on this laptop only.</source>
        <translation>Valen al momento, solo en esta computadora.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Size of the words</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>Lock when nobody was here for</source>
        <translation>Bloquear cuando no hay nadie durante</translation>
    </message>
    <message>
        <source>Your own impression first</source>
        <translation>Primero, su propia impresión</translation>
    </message>
    <message>
        <source>Before a result is shown, you say which group you expect. It is not kept.</source>
        <translation>Antes de ver un resultado, usted dice qué grupo espera. No se guarda.</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Idioma del programa</translation>
    </message>
    <message>
        <source>The language changes when you leave the child that is open.</source>
        <translation>El idioma cambia cuando salga del paciente que está en pantalla.</translation>
    </message>
</context>
<context>
    <name>Zoom</name>
    <message>
        <source>Draw the road smaller</source>
        <translation>Dibujar el camino más pequeño</translation>
    </message>
    <message>
        <source>Draw the road larger</source>
        <translation>Dibujar el camino más grande</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fit the road to the page; now {percent}</source>
        <translation>Ajustar el camino a la página; ahora {percent}</translation>
    </message>
</context>
<context>
    <name>_OnPaper</name>
    <message>
        <source>The clinic&apos;s picture</source>
        <translation>La imagen de la clínica</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} páginas</translation>
    </message>
    <message>
        <source>always in, {pages}</source>
        <translation>siempre va, {pages}</translation>
    </message>
</context>
</TS>
